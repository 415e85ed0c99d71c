"""nginx with the configuration that we ship, before the server of production: hits, refreshes, and stale answers."""

import shutil
import subprocess
import time
import urllib.request

import pytest

from tests.builders import make_front_page
from tests.settings.processes import ROOT, database_for_processes, free_port, gunicorn

QUESTION = "/graphql/?query=%7Bsite%7Bname%7D%7D"


@pytest.fixture
def nginx(tmp_path):
    """Return how to start nginx before an origin; it is stopped at the end."""
    program = shutil.which("nginx") or pytest.fail("nginx is not installed")
    started = []

    def start(origin):
        port = free_port()
        (tmp_path / "nginx.conf").write_text(configuration(origin, port, tmp_path))
        told = ["-c", tmp_path / "nginx.conf", "-e", tmp_path / "errors", "-g", "daemon off;"]
        started.append(subprocess.Popen([program, *map(str, told)]))
        time.sleep(0.5)
        return f"http://127.0.0.1:{port}"

    yield start
    for process in started:
        process.terminate()
        process.wait()


def configuration(origin, port, folder):
    """Return what we ship, with the origin, port and folder of a test."""
    written = (ROOT / "deploy" / "nginx.conf").read_text()
    for shipped, here in (
        ("server web:8000", f"server {origin}"),
        ("server stream:8000", f"server {origin}"),
        ("listen 8080", f"listen 127.0.0.1:{port}"),
        ("/tmp/", f"{folder}/"),
        ("worker_processes auto", "worker_processes 1"),
    ):
        assert shipped in written
        written = written.replace(shipped, here)
    return f"user root;\n{written}"  # who else runs it, stays who they are


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
def test_nginx_keeps_refreshes_and_serves_stale_while_the_origin_is_down(tmp_path, nginx):
    make_front_page()
    told = {
        "DATABASE_URL": database_for_processes(tmp_path),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECURE_SSL_REDIRECT": "false",
        "API_SHARED_MAX_AGE": "6",
        "API_STALE_WHILE_REVALIDATE": "0",
    }
    with gunicorn(tmp_path / "log", **told) as origin:
        site = nginx(origin.address.removeprefix("http://"))
        asked = [ask(site + QUESTION), ask(site + QUESTION)]
        refreshed = ask(site + QUESTION, X_Refresh="1")
        editor = ask(site + QUESTION, Cookie="__Host-session=abc")
        hidden = ask(f"{site}/media/original_images/none.png"), ask(f"{site}/media/original_images/none.png")
    time.sleep(6.5)
    down = ask(site + QUESTION)
    unknown = ask(f"{site}/graphql/?query=%7Bsite%7Blanguages%7D%7D")

    assert [each[:2] for each in asked] == [(200, "MISS"), (200, "HIT")]
    assert refreshed[:2] == editor[:2] == (200, "BYPASS")
    assert [each[:2] for each in hidden] == [(404, "MISS"), (404, "MISS")]
    assert down == (200, "STALE", asked[0][2])
    assert unknown[0] == 502
