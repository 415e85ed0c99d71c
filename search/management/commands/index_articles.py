"""Indexes all articles for search anew, or goes on with what was interrupted."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from search.reindexing import go_on, is_due, remaining, unfinished_run


class Command(BaseCommand):
    """`manage.py index_articles`: needed after a restore, an import past Wagtail, or a change of what is searched."""

    help = "Indexes all live articles for search. Searches go on; interrupted, it resumes where it stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument(
            "--start-over", action="store_true", help="Forget where an interrupted run stopped."
        )

        parser.add_argument(
            "--due",
            action="store_true",
            help="Only go on with what an interruption or a migration left undone.",
        )

    def handle(self, *args: Any, start_over: bool, due: bool, **options: Any) -> None:
        """Run, with a bar that shows how far it has come."""
        if due and not is_due():
            return
        run = unfinished_run(start_over=start_over)
        if run.last_article_id:
            self.stdout.write(f"Going on after article {run.last_article_id}.")
        with tqdm(total=remaining(run), unit=" articles", disable=options["verbosity"] < 1) as progress:
            for done in go_on(run):
                progress.update(done)
        self.stdout.write(self.style.SUCCESS("The index is up to date."))
