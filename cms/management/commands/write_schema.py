"""Writes the public API's schema, and what its fields cost, to files."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from graphql import print_schema

from cms.graphql.cost_table import cost_document
from cms.graphql.schema import get_schema

SCHEMA_FILE = Path("docs/schema.graphql")
COSTS_FILE = Path("docs/costs.md")


class Command(BaseCommand):
    """`manage.py write_schema` brings docs/schema.graphql and docs/costs.md in line with what is served."""

    help = "Write the public API's schema to docs/schema.graphql and its costs to docs/costs.md."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the files."""
        schema = get_schema()
        for file, text in ((SCHEMA_FILE, print_schema(schema) + "\n"), (COSTS_FILE, cost_document(schema))):
            (Path(settings.BASE_DIR) / file).write_text(text, encoding="utf-8")
            self.stdout.write(f"Wrote {file}.")
