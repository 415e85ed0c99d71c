"""Wagtail's command of this name, done by the scheduler: crontabs that call it need not change."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Does what is due, once."""

    help = "Publish what is due and take down what has expired. The same as run_scheduler --once."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("run_scheduler", once=True, stdout=self.stdout, stderr=self.stderr)
