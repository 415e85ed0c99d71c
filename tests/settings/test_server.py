"""The server of production, run for real: what it answers, logs and reports, and how it stops."""

import json
import socket
import time

import pytest

from tests.builders import make_front_page
from tests.settings.processes import database_for_processes, fetch, gunicorn, run
from tests.settings.receiving import receiver

QUESTION = b'{"query": "{ site { name } }"}'


@pytest.mark.django_db(transaction=True)
def test_a_server_answers_logs_traces_and_finishes_what_is_under_way(tmp_path):
    make_front_page()
    log = tmp_path / "log"
    with receiver() as collector:
        told = {
            "DATABASE_URL": database_for_processes(tmp_path),
            "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://{collector.address}",
            "OTEL_BSP_SCHEDULE_DELAY": "100",
            "ALLOWED_HOSTS": "127.0.0.1",
        }
        with gunicorn(log, **told) as server:
            ready = fetch(f"{server.address}/health/ready")
            sent_on = fetch(f"{server.address}/graphql/?query=%7Bsite%7Bname%7D%7D")
            begun = _begin(server.address)
            server.terminate()
            status, answer = _finish(begun)
            assert server.wait(timeout=60) == 0
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    asked = [line for line in lines if line["logger"] == "cms.access"]

    assert ready[0] == 200
    assert sent_on[0] == 200
    assert (status, answer) == (200, {"data": {"site": {"name": answer["data"]["site"]["name"]}}})
    assert [(line["method"], line["path"], line["status"]) for line in asked] == [
        ("GET", "/graphql/", 200),
        ("POST", "/graphql/", 200),
    ]
    assert asked[0]["request_id"] == sent_on[1]["X-Request-ID"]
    assert "query=" not in log.read_text()
    assert {path for path, _ in collector.received} == {"/v1/traces", "/v1/metrics"}


def test_failures_are_reported_where_the_setting_says():
    with receiver() as sentry:
        reporting = (
            "import django, logging; django.setup(); logging.getLogger('cms').error('The press stands still')"
        )
        run("-c", reporting, SENTRY_DSN=f"http://key@{sentry.address}/4")

    assert [path for path, _ in sentry.received] == ["/api/4/envelope/"]


def _begin(address: str) -> socket.socket:
    """Send all of a question but its last byte."""
    host, port = address.removeprefix("http://").split(":")
    connection = socket.create_connection((host, int(port)), timeout=60)
    head = (
        f"POST /graphql/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(QUESTION)}\r\n\r\n"
    )
    connection.sendall(head.encode() + QUESTION[:-1])
    time.sleep(0.5)
    return connection


def _finish(connection: socket.socket) -> tuple[int, dict]:
    time.sleep(0.5)
    connection.sendall(QUESTION[-1:])
    with connection, connection.makefile("rb") as answer:
        head, _, body = answer.read().partition(b"\r\n\r\n")
    return int(head.split()[1]), json.loads(body)
