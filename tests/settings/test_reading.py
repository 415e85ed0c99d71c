"""Which PostgreSQL server answers readers, and for how long a statement of theirs may run."""

import json
import threading
import time
from contextlib import contextmanager

import psycopg
import pytest

from tests.settings.postgresql import own_server, replica_of
from tests.settings.processes import fetch, gunicorn, run

QUESTION = "/graphql/?query=%7Barticles(first:3)%7Bnodes%7Btitle%7D%7D%7D"
ASKED_OF = {"ALLOWED_HOSTS": "127.0.0.1", "GRAPHQL_POINTS_A_MINUTE": "0", "SECURE_SSL_REDIRECT": "false"}
PUBLISH = """
import django
django.setup()
from tests.builders import make_article
make_article(title="Edition 0")
"""


@pytest.fixture(scope="module")
def primary():
    """Return a server of our own with one article."""
    with own_server() as server:
        for command in (["manage.py", "migrate_once"], ["-c", PUBLISH]):
            ended = run(*command, DATABASE_URL=server.address)
            assert ended.returncode == 0, ended.stderr
        yield server


@contextmanager
def at(server):
    """Talk to a server."""
    with psycopg.connect(server.address, autocommit=True) as connection:
        yield connection


def edit(connection, headline):
    connection.execute(
        "UPDATE wagtailcore_page SET title = %s FROM news_article WHERE page_ptr_id = id", [headline]
    )


def ask(server):
    """Return the headline that a reader is given."""
    status, _, body = fetch(server.address + QUESTION)
    assert status == 200, body
    return json.loads(body)["data"]["articles"]["nodes"][0]["title"]


def questions_at(replica):
    """Return how many times the replica was asked for articles."""
    return (replica.folder / "log").read_text().count('FROM "news_article"')


def await_replay(primary, replica):
    with at(primary) as one, at(replica) as other:
        end = one.execute("SELECT pg_current_wal_insert_lsn()").fetchone()[0]
        until = time.monotonic() + 20
        while not other.execute("SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", [end]).fetchone()[0]:
            assert time.monotonic() < until
            time.sleep(0.05)


def test_a_replica_answers_what_it_knows_and_nothing_that_is_over(tmp_path, primary):
    with (
        replica_of(primary, "recovery_min_apply_delay=200ms", "synchronous_commit=on") as replica,
        gunicorn(
            tmp_path / "log",
            DATABASE_URL=primary.address,
            DATABASE_REPLICA_URL=replica.address,
            **ASKED_OF,
        ) as server,
        at(primary) as editor,
    ):
        edit(editor, "Edition 0")
        await_replay(primary, replica)
        by_replica = ask(server), questions_at(replica)
        seen = []
        for number in range(1, 31):
            edit(editor, f"Edition {number}")
            seen.append(ask(server))
            time.sleep(0.02 * (number % 3))
        while_behind = questions_at(replica)
        await_replay(primary, replica)
        again = fetch(f"{server.address}{QUESTION.replace('3', '4')}")[0], questions_at(replica)

    assert by_replica[0] == "Edition 0"
    assert by_replica[1] > 0, "the replica was asked"
    assert seen == [f"Edition {number}" for number in range(1, 31)]
    assert while_behind == by_replica[1], "each edit is younger than what the replica had replayed"
    assert again[0] == 200
    assert again[1] > while_behind


def test_a_replica_that_goes_away_is_missed_by_no_reader(tmp_path, primary):
    with (
        replica_of(primary) as replica,
        gunicorn(
            tmp_path / "log",
            DATABASE_URL=primary.address,
            DATABASE_REPLICA_URL=replica.address,
            ANSWER_CACHE_BYTES="0",
            **ASKED_OF,
        ) as server,
        at(primary) as editor,
    ):
        edit(editor, "The last edition")
        await_replay(primary, replica)
        headlines = {ask(server)}
        asked = questions_at(replica)
        replica.stop()
        headlines |= {ask(server) for _ in range(20)}

    assert asked > 0
    assert headlines == {"The last edition"}


def test_a_readers_statement_is_ended_and_an_editors_is_not(tmp_path, primary):
    with (
        gunicorn(
            tmp_path / "log", DATABASE_URL=primary.address, API_STATEMENT_SECONDS="0.5", **ASKED_OF
        ) as server,
        at(primary) as somebody,
    ):
        with somebody.transaction():
            somebody.execute("LOCK TABLE news_article IN ACCESS EXCLUSIVE MODE")
            editors = []
            waiting = threading.Thread(
                target=lambda: editors.append(fetch(f"{server.address}/sitemap.xml")[0])
            )
            waiting.start()
            status, headers, body = fetch(server.address + QUESTION)
            time.sleep(2)
        waiting.join()

    assert (status, headers["Retry-After"]) == (503, "5")
    assert json.loads(body)["errors"][0]["extensions"]["code"] == "SERVICE_UNAVAILABLE"
    assert editors == [200]
