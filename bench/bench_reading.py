"""How long readers wait for the documents of tests/documents: each alone, over HTTP without a network.

`make bench-parts ARTICLES=10000` sets the size of the newsroom; DATABASE_URL names the database server, where a
scratch database is made and dropped.
"""

import json
import os
import statistics
import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.newsroom import fill
from tests.documents import DOCUMENTS

ARTICLES = int(os.environ.get("ARTICLES", "1000"))
ROUNDS = 50
STORY = "/politics/budget-passed/"
HEADER = f"{'document':<16}{'p50 ms':>8}{'p95 ms':>8}{'SQL':>6}{'kB':>8}"


@pytest.mark.django_db
def test_how_long_readers_wait(capsys, settings, tmp_path):
    settings.VAR = tmp_path
    with capsys.disabled():
        fill(ARTICLES)
        print(f"\n{ARTICLES} articles on {connection.vendor}, {ROUNDS} rounds\n{HEADER}")  # noqa: T201
        for name, document in DOCUMENTS.items():
            variables = {"path": STORY} if "$path" in document else {}
            body = json.dumps({"query": document, "variables": variables})
            print(f"{name:<16}{measured(body)}")  # noqa: T201


def measured(body: str) -> str:
    """Return the columns of one document: times, SQL statements and size."""
    client = Client()
    answer = ask(client, body)
    assert "errors" not in json.loads(answer), answer
    with CaptureQueriesContext(connection) as captured:
        ask(client, body)
    statements = len(captured)
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        ask(client, body)
        times.append((time.perf_counter() - started) * 1000)
    p95 = statistics.quantiles(times, n=20)[-1]
    return f"{statistics.median(times):>8.1f}{p95:>8.1f}{statements:>6}{len(answer) / 1000:>8.1f}"


def ask(client: Client, body: str) -> bytes:
    """Return the bytes that a reader's front end would get."""
    return client.post("/graphql/", body, content_type="application/json").content
