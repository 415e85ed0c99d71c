"""`manage.py backup DIR`: the database and every file, while everything runs."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.backup import BackupFailed, back_up


class Command(BaseCommand):
    """Writes a backup into an empty or new folder."""

    help = __doc__

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder: Path, **options: Any) -> None:
        try:
            manifest = back_up(folder)
        except BackupFailed as failure:
            raise CommandError(str(failure)) from failure
        self.stdout.write(
            f"{sum(manifest['rows'].values())} rows and {len(manifest['files'])} files are in {folder}."
        )
