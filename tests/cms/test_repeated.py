"""Statements that a connection to PostgreSQL was asked before."""

from datetime import UTC, datetime

import psycopg
import pytest
from django.db import DataError, connection
from psycopg.pq import TransactionStatus

from cms import running
from cms.postgresql import repeated as module
from cms.postgresql.repeated import repeated

PREPARED = "SELECT COUNT(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT {}'"


@pytest.fixture
def asked(db):
    """A connection of the test's own."""
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL alone has them, on which CI runs this as well")
    with psycopg.connect(
        **{**connection.get_connection_params(), "cursor_factory": None}, autocommit=True
    ) as own:
        yield repeated(own)


def test_values_and_rows_are_the_same_however_often_it_is_asked(asked):
    moment = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
    sql = "SELECT %s::timestamptz, %s::text, %s::int[], %s::bigint, %s::boolean, %s::text, 5 %% 3"
    values = [moment, "naïve %s", [1, 2], 2**40, True, None]

    found = [asked.rows(sql, values) for _ in range(4)]

    assert found == [[(*values, 2)]] * 4


def test_a_statement_is_prepared_when_it_is_met_again(asked):
    met = []
    for number in range(3):
        asked.rows("SELECT %s::int + 1", [number])
        met.append(_prepared(asked, "$1::int + 1"))

    assert met == [0, 1, 1]


def test_numbers_of_any_size_find_their_statement(asked):
    assert [asked.rows("SELECT %s + 0", [number])[0][0] for number in (1, 2**20, 2**40, 1, 2**20, 2**40)] == [
        1, 2**20, 2**40, 1, 2**20, 2**40
    ]  # fmt: skip


def test_what_was_not_asked_for_long_is_forgotten(asked, monkeypatch):
    monkeypatch.setattr(module, "PREPARED", 3)
    for number in range(9):
        for _ in range(2):
            asked.rows(f"SELECT {number}", [])

    assert _prepared(asked, "_") <= 3
    assert asked.rows("SELECT 0", []) == [(0,)]


def test_a_command_goes_along_with_the_first_statement(asked):
    for _ in range(3):
        isolation = asked.rows("SELECT current_setting('transaction_isolation'), %s::int", [7],
                               after=b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")  # fmt: skip
        assert isolation == [("repeatable read", 7)]
        asked.command(b"COMMIT")

    assert asked._pgconn.transaction_status == TransactionStatus.IDLE


def test_an_error_is_psycopgs_own_and_the_next_question_is_answered(asked):
    for _ in range(3):
        with pytest.raises(psycopg.errors.DivisionByZero):
            asked.rows("SELECT 1 / %s::int", [0])
    with pytest.raises(psycopg.errors.DivisionByZero):
        asked.rows("SELECT 1 / %s::int", [0], after=b"BEGIN")
    asked.command(b"ROLLBACK")

    assert asked.rows("SELECT 1 / %s::int", [1]) == [(1,)]


@pytest.mark.parametrize("after", [b"", b"BEGIN"])
def test_a_connection_that_is_lost_says_so(asked, after):
    asked.rows("SELECT 1", [])
    (pid,) = asked.rows("SELECT pg_backend_pid()", [])[0]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])

    for _ in range(2):
        with pytest.raises(psycopg.OperationalError):
            asked.rows("SELECT 1", [], after=after)


def test_errors_reach_the_rest_as_djangos(asked):
    with pytest.raises(DataError):
        running.run("SELECT 1 / %s::int", [0])


def test_a_command_that_fails_is_an_error_too(asked):
    with pytest.raises(psycopg.Error):
        asked.command(b"NONSENSE")


def _prepared(asked, rest):
    return asked.rows(PREPARED.format(rest), [])[0][0]
