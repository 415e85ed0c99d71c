"""`manage.py import_ninjs`: takes in what agencies send."""

from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from news.importers.files import files_at, read_ninjs
from news.importers.importing import import_files
from news.importers.outcomes import Outcome, Result
from news.importers.places import NowhereToImport, places_of_default_site


class Command(BaseCommand):
    """Imports IPTC ninjs 2.x and 3.x."""

    help = (
        "Import news items in IPTC ninjs 2.x or 3.x, each as a draft. What cannot come in is reported, the "
        "rest goes in, and the exit status is 1. See docs/importing.md."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths", nargs="+", type=Path, metavar="PATH", help="A file, or a folder of .json files."
        )
        parser.add_argument(
            "--publish",
            action="store_true",
            help="Put items live; what is unfinished stays a draft, with the reason.",
        )
        parser.add_argument(
            "--section",
            default="",
            metavar="PATH",
            help="The section for new items, such as /politics/. Without it: “Wire”, in each language.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            places = places_of_default_site(options["section"], is_published=options["publish"])
        except NowhereToImport as reason:
            raise CommandError(str(reason)) from reason
        files = list(files_at(options["paths"]))
        if not files:
            raise CommandError("There is no .json file in any of these folders.")
        results: Counter[Result] = Counter()
        held = 0
        outcomes = import_files(files, read_ninjs, places)
        for outcome in tqdm(outcomes, total=len(files), unit="item", disable=options["verbosity"] == 0):
            results[outcome.result] += 1
            held += bool(outcome.held)
            self._tell(outcome)
        self._sum_up(results, held)

    def _tell(self, outcome: Outcome) -> None:
        """Write what became of a file above the progress bar."""
        lines = [f"{outcome.file}: {outcome.result}: {outcome.told}"]
        if outcome.held:
            lines.append(f"    kept as a draft: {outcome.held}")
        lines += [f"    {remark}" for remark in outcome.remarks]
        with tqdm.external_write_mode():
            self.stdout.write("\n".join(lines))

    def _sum_up(self, results: Counter[Result], held: int) -> None:
        """Say how many of each there were; fail when any was refused."""
        counts = [f"{count} {result}" for result in Result if (count := results[result])]
        kept = f" To be published, but kept as drafts: {held}." if held else ""
        self.stdout.write(f"{results.total()} files: {', '.join(counts)}.{kept}")
        if refused := results[Result.REFUSED]:
            raise CommandError(f"{refused} of {results.total()} files were refused; the reasons are above.")
