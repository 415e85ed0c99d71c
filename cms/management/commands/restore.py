"""`manage.py restore DIR`: bring a backup back into an empty system, and compare."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.backup import BackupFailed, differences, restore


class Command(BaseCommand):
    """Restores what `backup` wrote into an empty database, and checks every file and the number of all rows."""

    help = __doc__
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder: Path, **options: Any) -> None:
        try:
            manifest = restore(folder)
        except BackupFailed as failure:
            raise CommandError(str(failure)) from failure
        wrong = differences(manifest)
        if wrong:
            raise CommandError("Restored, but not the same:\n" + "\n".join(wrong))
        self.stdout.write(
            f"{sum(manifest['rows'].values())} rows and {len(manifest['files'])} files are back, all the same."
        )
