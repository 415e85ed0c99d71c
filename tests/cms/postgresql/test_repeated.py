"""Statements that a connection to PostgreSQL was asked before."""

from contextlib import contextmanager
from datetime import UTC, datetime

import psycopg
import pytest
from django.db import DataError, connection
from psycopg.pq import TransactionStatus

from cms import running
from cms.postgresql import repeated as module
from cms.postgresql.repeated import repeated

PREPARED = "SELECT COUNT(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT {}'"

pytestmark = pytest.mark.postgresql


@contextmanager
def own_connection(**options):
    told = {**connection.get_connection_params(), "cursor_factory": None, **options}
    with psycopg.connect(**told, autocommit=True) as own:
        yield repeated(own)


@pytest.fixture
def asked(db):
    """A connection of the test's own."""
    with own_connection() as own:
        yield own


@pytest.fixture
def preparing_nothing(db):
    """A connection that may be another server process's in the next transaction."""
    with own_connection(prepare_threshold=None) as own:
        yield own


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


def test_behind_a_pooler_nothing_is_prepared(preparing_nothing):
    for number in range(3):
        assert preparing_nothing.rows("SELECT %s::int + 2", [number]) == [(number + 2,)]

    assert _prepared(preparing_nothing, "$1::int + 2") == 0


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


def test_a_statement_whose_table_was_altered_is_prepared_anew(asked):
    asked._pgconn.exec_(
        b"CREATE TEMPORARY TABLE paper (name varchar(10)); INSERT INTO paper VALUES ('Harbour')"
    )
    for _ in range(3):
        asked.rows("SELECT name FROM paper", [])
    asked.command(b"ALTER TABLE paper ALTER name TYPE varchar(20)")

    with pytest.raises(psycopg.errors.FeatureNotSupported):
        asked.rows("SELECT name FROM paper", [])
    assert [asked.rows("SELECT name FROM paper", []) for _ in range(3)] == [[("Harbour",)]] * 3


def test_in_a_transaction_that_failed_nothing_is_forgotten(asked, monkeypatch):
    monkeypatch.setattr(module, "PREPARED", 2)
    for _ in range(2):
        asked.rows("SELECT 1", [])
    asked.command(b"BEGIN")
    for statement in ("SELECT 1 / 0", "SELECT 2", "SELECT 3"):
        with pytest.raises(psycopg.Error):
            asked.rows(statement, [])
    asked.command(b"ROLLBACK")

    for number in range(4):
        assert asked.rows(f"SELECT {number}", []) == [(number,)]
    assert _prepared(asked, "_") <= 2


def test_a_sign_that_is_no_place_is_no_place(asked):
    assert asked.rows("SELECT %s::text LIKE '%%bour', '%%s', 'a%b'", ["Harbour"]) == [(True, "%s", "a%b")]


def test_a_command_begins_a_transaction_of_which_django_knows_nothing(asked):
    for _ in range(3):
        asked.command(b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        assert asked.rows("SELECT current_setting('transaction_isolation')", []) == [("repeatable read",)]
        asked.command(b"COMMIT")

    assert asked._pgconn.transaction_status == TransactionStatus.IDLE


def test_an_error_is_psycopgs_own_and_the_next_question_is_answered(asked):
    for _ in range(3):
        with pytest.raises(psycopg.errors.DivisionByZero):
            asked.rows("SELECT 1 / %s::int", [0])

    assert asked.rows("SELECT 1 / %s::int", [1]) == [(1,)]


def test_a_connection_that_is_lost_says_so(asked):
    asked.rows("SELECT 1", [])
    (pid,) = asked.rows("SELECT pg_backend_pid()", [])[0]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])

    for _ in range(2):
        with pytest.raises(psycopg.OperationalError):
            asked.rows("SELECT 1", [])
    with pytest.raises(psycopg.OperationalError):
        asked.command(b"BEGIN")


def test_errors_reach_the_rest_as_djangos(asked):
    with pytest.raises(DataError):
        running.run("SELECT 1 / %s::int", [0])


def test_a_command_that_fails_is_an_error_too(asked):
    with pytest.raises(psycopg.Error):
        asked.command(b"NONSENSE")


def _prepared(asked, rest):
    return asked.rows(PREPARED.format(rest), [])[0][0]
