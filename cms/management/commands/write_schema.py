"""Writes the public API's schema to a file."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from graphql import print_schema

from cms.graphql.schema import get_schema

SCHEMA_FILE = Path("docs/schema.graphql")


class Command(BaseCommand):
    """`manage.py write_schema` brings docs/schema.graphql in line with what is served."""

    help = "Write the public API's schema to docs/schema.graphql."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file."""
        path = Path(settings.BASE_DIR) / SCHEMA_FILE
        path.write_text(print_schema(get_schema()) + "\n", encoding="utf-8")
        self.stdout.write(f"Wrote {SCHEMA_FILE}.")
