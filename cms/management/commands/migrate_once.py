"""`manage.py migrate_once`: migrate, one process at a time, without making readers wait for long."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import OperationalError, connection

LOCK = 7_162_534  # any number that nothing else of this database uses
PATIENCE = "5s"
TRIES = 6


class Command(BaseCommand):
    """Lets any number of containers start at once: one migrates, the others wait and find nothing to do.

    On PostgreSQL a migration that would wait for a table for longer than five seconds gives way, so that readers
    do not queue behind it, and is tried again.
    """

    help = __doc__

    def handle(self, **options: Any) -> None:
        if connection.vendor != "postgresql":
            call_command("migrate", interactive=False, verbosity=options["verbosity"])
            return
        with _alone():
            for attempt in range(1, TRIES + 1):
                try:
                    call_command("migrate", interactive=False, verbosity=options["verbosity"])
                    return
                except OperationalError as error:
                    if "lock timeout" not in str(error) or attempt == TRIES:
                        raise
                    self.stdout.write(f"A table is in use; migrating again in {attempt} s.")
                    time.sleep(attempt)


@contextmanager
def _alone() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [PATIENCE])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s), set_config('lock_timeout', '0', false)", [LOCK])
