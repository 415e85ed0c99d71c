"""Work that waits in the database is done by a worker, once."""

import threading
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django_tasks_db.models import DBTaskResult

from cms.images import specifications
from tests.builders import make_image


@pytest.fixture
def waiting(settings):
    """Keep work in the database, as production with a worker does."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.mark.django_db(transaction=True)
def test_a_worker_makes_the_crops_that_an_upload_left_to_it(waiting, front_page):
    image = make_image()
    before = image.renditions.count(), DBTaskResult.objects.ready().count()

    call_command("run_worker", "--once", verbosity=0, stdout=StringIO())

    assert before[0] == 0
    assert before[1] > 0
    assert image.renditions.count() >= len({each.filter_spec for each in specifications()})
    assert not DBTaskResult.objects.ready().exists()
    assert not DBTaskResult.objects.failed().exists()


def test_a_worker_without_work_says_what_to_set():
    with pytest.raises(CommandError, match="WORKER=true"):
        call_command("run_worker")


@pytest.mark.postgresql  # SQLite lets one process write at a time by itself
@pytest.mark.django_db(transaction=True)
def test_two_containers_that_migrate_at_once_both_end_well():
    failures = []

    def migrate():
        try:
            call_command("migrate_once", verbosity=0)
        except Exception as failure:  # noqa: BLE001 - told below
            failures.append(failure)
        finally:
            connection.close()

    containers = [threading.Thread(target=migrate) for _ in range(2)]
    for container in containers:
        container.start()
    for container in containers:
        container.join(60)

    assert not failures
