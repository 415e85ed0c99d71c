"""`manage.py run_worker`: do the work that web processes put off, until told to stop."""

import logging
import threading
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from cms.work import is_kept_in_database, take_up_abandoned

logger = logging.getLogger(__name__)

MOST_SECONDS_BETWEEN_LOOKS = 60


class Command(BaseCommand):
    """Works, and takes up what a killed worker left behind. TERM lets the task at hand finish."""

    help = __doc__

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--once", action="store_true", help="Stop when nothing waits.")

    def handle(self, *, once: bool, **options: Any) -> None:
        if not is_kept_in_database():
            raise CommandError(
                "Nothing waits for a worker: set WORKER=true for the web processes and for this one."
            )
        _take_up()
        over = threading.Event()
        watching = threading.Thread(target=_watch, args=[over], daemon=True)
        watching.start()
        try:
            call_command("db_worker", batch=once, verbosity=options["verbosity"])
        finally:
            over.set()
            watching.join()


def _watch(over: threading.Event) -> None:
    """Look again and again for what others died in, beside the work."""
    while not over.wait(min(MOST_SECONDS_BETWEEN_LOOKS, settings.WORKER_TASK_SECONDS)):
        try:
            _take_up()
        except DatabaseError:
            logger.warning("What killed workers left behind could not be looked for.", exc_info=True)
        finally:
            connection.close()


def _take_up() -> None:
    taken_up = take_up_abandoned()
    if taken_up:
        logger.warning("%s tasks of a worker that died are done again.", taken_up)
