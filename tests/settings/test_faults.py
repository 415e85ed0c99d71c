"""What breaks while readers ask fifty times a second, and what they see of it."""

import json
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack

import pytest
from django.test import override_settings

from tests.builders import make_front_page
from tests.settings.load import load
from tests.settings.newsprint import print_edition
from tests.settings.postgresql import own_server
from tests.settings.processes import ROOT, database_for_processes, environment, free_port, gunicorn, run
from tests.settings.proxy import nginx

QUESTION = "/graphql/?query=%7Bsite%7Bname%7Darticles(first:3)%7BtotalCount%7D%7D"
ASKED_OF = {"ALLOWED_HOSTS": "127.0.0.1", "GRAPHQL_POINTS_A_MINUTE": "0", "SECURE_SSL_REDIRECT": "false"}


def test_a_database_that_stops_is_told_of_and_found_again_by_itself(tmp_path):
    with own_server() as database, ExitStack() as stack:
        migrated = run("manage.py", "migrate_once", DATABASE_URL=database.address)
        assert migrated.returncode == 0, migrated.stderr
        told = {**ASKED_OF, "DATABASE_URL": database.address, "WEB_WORKERS": "2"}
        server = stack.enter_context(gunicorn(tmp_path / "log", **told))
        readers = stack.enter_context(load(server.address + QUESTION))
        time.sleep(2)
        database.stop()
        down = time.monotonic()
        time.sleep(6)
        before_start = time.monotonic()
        database.start()
        up = time.monotonic()
        time.sleep(7)
        end = time.monotonic()

    meanwhile = readers.between(down, before_start)
    again = [each.done for each in readers.between(up, end) if each.status == 200]
    assert len(meanwhile) > 100
    assert {each.status for each in meanwhile} == {503}
    assert {each.headers["Retry-After"] for each in meanwhile} == {"5"}
    assert {json.loads(each.body)["errors"][0]["extensions"]["code"] for each in meanwhile} == {
        "SERVICE_UNAVAILABLE"
    }
    assert {each.status for each in readers.asked} == {200, 503}
    assert max(each.done - each.sent for each in readers.asked) < 5
    assert min(again) - up < 5
    assert {each.status for each in readers.between(up + 5, end)} == {200}
    assert server.returncode == 0, "the same process from beginning to end"


@pytest.mark.django_db(transaction=True)
def test_three_rolling_restarts_fail_no_request(tmp_path):
    make_front_page()
    told = {**ASKED_OF, "DATABASE_URL": database_for_processes(tmp_path), "WEB_WORKERS": "2"}
    with gunicorn(tmp_path / "log", **told) as server, load(server.address + QUESTION) as readers:
        time.sleep(1)
        for _ in range(3):
            server.send_signal(signal.SIGHUP)
            time.sleep(6)

    assert Counter(each.status for each in readers.asked) == {200: len(readers.asked)}
    assert (tmp_path / "log").read_text().count("Handling signal: hup") == 3
    assert len(readers.asked) > 800


@pytest.mark.django_db(transaction=True)
def test_replacing_servers_one_by_one_behind_nginx_fails_no_request(tmp_path):
    make_front_page()
    told = {**ASKED_OF, "DATABASE_URL": database_for_processes(tmp_path), "API_SHARED_MAX_AGE": "0"}
    told |= {"API_STALE_WHILE_REVALIDATE": "0"}
    binds = [f"127.0.0.1:{free_port()}" for _ in range(2)]
    with ExitStack() as stack:
        servers = [
            stack.enter_context(gunicorn(tmp_path / f"log-{number}", WEB_BIND=bind, **told))
            for number, bind in enumerate(binds)
        ]
        site = stack.enter_context(nginx(tmp_path, *binds))
        with load(site + QUESTION) as readers:
            for number in (0, 1, 0):
                time.sleep(1)
                servers[number].terminate()
                assert servers[number].wait(timeout=60) == 0
                time.sleep(1)
                new = gunicorn(tmp_path / f"log-{number}-again", WEB_BIND=binds[number], **told)
                servers[number] = stack.enter_context(new)

    assert Counter(each.status for each in readers.asked) == {200: len(readers.asked)}
    assert len(readers.asked) > 300


@pytest.mark.django_db(transaction=True)
def test_what_a_worker_was_at_when_it_was_killed_is_done_by_another_that_runs_already(tmp_path):
    (tmp_path / "jammed").touch()
    with override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}):
        print_edition.enqueue(str(tmp_path))
    told = {"DATABASE_URL": database_for_processes(tmp_path), "WORKER": "true", "WORKER_TASK_SECONDS": "3"}
    command = [sys.executable, "manage.py", "run_worker"]
    with ExitStack() as stack:
        killed, other = (
            stack.enter_context(subprocess.Popen(command, cwd=ROOT, env=environment(**told)))
            for _ in range(2)
        )
        (begun,) = _await(tmp_path, "begun-by-*", 1)
        if begun.name.endswith(f"-{other.pid}"):
            killed, other = other, killed
        killed.kill()
        killed.wait()
        (tmp_path / "jammed").unlink()
        (printed,) = _await(tmp_path, "printed-by-*", 1)
        other.terminate()

    assert begun.name == f"begun-by-{killed.pid}"
    assert printed.name == f"printed-by-{other.pid}"


def _await(folder, pattern, number):
    until = time.monotonic() + 90
    while len(found := sorted(folder.glob(pattern))) < number:
        assert time.monotonic() < until, f"no {pattern}"
        time.sleep(0.1)
    return found
