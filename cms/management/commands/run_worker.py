"""`manage.py run_worker`: do the work that web processes put off, until told to stop."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from cms.work import is_kept_in_database, take_up_abandoned


class Command(BaseCommand):
    """Takes up what a killed worker left behind, then works. TERM lets the task at hand finish."""

    help = __doc__

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--once", action="store_true", help="Stop when nothing waits.")

    def handle(self, *, once: bool, **options: Any) -> None:
        if not is_kept_in_database():
            raise CommandError(
                "Nothing waits for a worker: set WORKER=true for the web processes and for this one."
            )
        taken_up = take_up_abandoned()
        if taken_up:
            self.stdout.write(f"{taken_up} tasks of a worker that died are done again.")
        call_command("db_worker", batch=once, verbosity=options["verbosity"])
