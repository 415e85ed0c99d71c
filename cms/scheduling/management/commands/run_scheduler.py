"""Publishes and takes down what is due."""

import signal
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from cms.scheduling.runner import Runner


class Command(BaseCommand):
    """Runs until it is told to stop, or once."""

    help = "Publish what is scheduled at its second and take down what has expired. Several may run at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="Do what is due and return, for cron.")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        runner = Runner()
        if once:
            outcomes = runner.run_once()
            told = ", ".join(f"{number} {outcome.replace('_', ' ')}" for outcome, number in outcomes.items())
            self.stdout.write(told or "Nothing was due.")
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: runner.stop())
        self.stdout.write("Running. What is under way is finished when this is told to stop.")
        self.stdout.flush()
        runner.run()
