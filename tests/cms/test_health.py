"""Probes say what a container platform must know, and nothing that it could misread."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import override_settings
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from cms.health import Readiness
from cms.work import WAITING, longest, take_up_abandoned

IN_DATABASE = override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})


@task()
def print_edition() -> None:
    """Stand for any work."""


def test_a_process_that_answers_lives_whatever_its_database_does(client):
    response = client.get("/health/live")  # a test without a database may not ask one

    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
def test_probes_bring_neither_https_nor_a_known_host(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    response = client.get("/health/ready", headers={"host": "10.1.2.3:8000"})

    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_a_server_without_the_newest_migration_is_not_ready():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'search'")

    assert Readiness()() == "The database lacks migrations."


@pytest.mark.django_db
def test_migrations_are_asked_for_until_they_are_there(django_assert_num_queries):
    ready = Readiness()
    ready()

    with django_assert_num_queries(1):
        assert ready() == ""


@pytest.mark.parametrize("path", ["/health/", "/health/unknown", "/health/live/"])
def test_no_other_address_is_a_probe(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.django_db
def test_work_that_nobody_takes_up_raises_an_alarm(client):
    with IN_DATABASE:
        print_edition.enqueue()
        well = client.get("/health/work").status_code
        DBTaskResult.objects.update(enqueued_at=timezone.now() - WAITING - timedelta(seconds=1))
        late = client.get("/health/work")

    assert (well, late.status_code) == (200, 503)
    assert "1 tasks wait" in late.json()["problem"]


@pytest.mark.django_db
def test_what_a_killed_worker_was_at_is_done_again(client):
    with IN_DATABASE:
        print_edition.enqueue()
        DBTaskResult.objects.update(
            status="RUNNING", started_at=timezone.now() - longest() - timedelta(seconds=1)
        )
        abandoned = client.get("/health/work").status_code
        taken_up = take_up_abandoned()

    assert (abandoned, taken_up) == (503, 1)
    assert DBTaskResult.objects.get().status == "READY"
