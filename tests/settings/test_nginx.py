"""nginx with the configuration that we ship, before the server of production: hits, refreshes, and stale answers."""

import socket
import time
import urllib.request
from urllib.parse import urlsplit

import pytest

from tests.builders import make_front_page
from tests.settings.processes import database_for_processes, gunicorn
from tests.settings.proxy import nginx

QUESTION = "/graphql/?query=%7Bsite%7Bname%7D%7D"


def ask(address, **headers):
    """Return the status, what nginx says of its cache, and the body."""
    request = urllib.request.Request(
        address, headers={name.replace("_", "-"): text for name, text in headers.items()}
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers["X-Cache"], answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers["X-Cache"], b""


@pytest.mark.django_db(transaction=True)
def test_nginx_keeps_refreshes_and_serves_stale_while_the_origin_is_down(tmp_path):
    make_front_page()
    told = {
        "DATABASE_URL": database_for_processes(tmp_path),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECURE_SSL_REDIRECT": "false",
        "API_SHARED_MAX_AGE": "6",
        "API_STALE_WHILE_REVALIDATE": "0",
    }
    with (
        gunicorn(tmp_path / "log", **told) as origin,
        nginx(tmp_path, origin.address.removeprefix("http://")) as site,
    ):
        asked = [ask(site + QUESTION), ask(site + QUESTION)]
        refreshed = ask(site + QUESTION, X_Refresh="1")
        editor = ask(site + QUESTION, Cookie="__Host-session=abc")
        hidden = [ask(f"{site}/media/original_images/none.png") for _ in range(2)]
        origin.terminate()
        origin.wait()
        time.sleep(6.5)
        down = ask(site + QUESTION)
        unknown = ask(f"{site}/graphql/?query=%7Bsite%7Blanguages%7D%7D")

    assert [each[:2] for each in asked] == [(200, "MISS"), (200, "HIT")]
    assert refreshed[:2] == editor[:2] == (200, "BYPASS")
    assert [each[:2] for each in hidden] == [(404, "MISS"), (404, "MISS")]
    assert down == (200, "STALE", asked[0][2])
    assert unknown[0] == 502


def half_a_request(address, *, of_its_body):
    """Open a connection and send a request that never ends."""
    parts = urlsplit(address)
    connection = socket.create_connection((parts.hostname, parts.port))
    head = f"POST /graphql/ HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: application/json\r\n"
    connection.sendall((head + ("Content-Length: 100\r\n\r\n{" if of_its_body else "X-Slow: ")).encode())
    return connection


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("of_its_body", [False, True])
def test_clients_that_never_end_their_request_keep_nobody_waiting(tmp_path, of_its_body):
    make_front_page()
    told = {
        "DATABASE_URL": database_for_processes(tmp_path),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECURE_SSL_REDIRECT": "false",
    }
    with (
        gunicorn(tmp_path / "log", WEB_THREADS="2", WEB_WORKERS="1", **told) as origin,
        nginx(tmp_path, origin.address.removeprefix("http://")) as site,
    ):
        slow = [half_a_request(site, of_its_body=of_its_body) for _ in range(20)]
        time.sleep(1)
        started = time.monotonic()
        answer = ask(site + QUESTION, X_Refresh="1")
        waited = time.monotonic() - started
        for connection in slow:
            connection.close()

    assert answer[0] == 200
    assert waited < 5
