"""`manage.py heal_files`: find and mend differences between the database and the storage of files."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from cms.files.healing import differences, heal

MENDED = " Mended, but for what is missing."


class Command(BaseCommand):
    """Says which files are missing or left over; with --mend, makes crops anew and deletes what is left over."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--mend", action="store_true", help="Put right what can be put right.")

    def handle(self, *, mend: bool, **options: Any) -> None:
        found = differences()
        for name in found.missing:
            self.stdout.write(f"missing, restore it from a backup: {name}")
        for name in found.missing_crops:
            self.stdout.write(f"missing crop: {name}")
        for name in found.left_over:
            self.stdout.write(f"left over: {name}")
        if mend:
            heal(found)
        lost, crops, spare = len(found.missing), len(found.missing_crops), len(found.left_over)
        self.stdout.write(
            f"{lost} missing, {crops} crops missing, {spare} left over.{MENDED if mend else ''}"
        )
