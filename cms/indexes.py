"""Indexes on Wagtail's table of pages for what readers ask of it, which Wagtail's own admin never does.

They are put in place after every migration: on SQLite one that alters the table would leave them out of the new one.
"""

from typing import Any

from django.db import connections
from wagtail.models import Page

TABLE = Page._meta.db_table
# A path may be longer than a B-tree of PostgreSQL takes; a hash takes any, and nobody asks for a range of paths.
BY_PATH = {"postgresql": "USING hash (url_path)", "sqlite": "(url_path)"}
OTHERS = {
    "page_hidden": "(id) WHERE NOT live",
    "page_expiring": "(expire_at) WHERE expire_at IS NOT NULL",
}


def install(using: str, **_: Any) -> None:
    """Put the indexes in place that are missing."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if TABLE not in connection.introspection.table_names(cursor):
            return
        for name, definition in {"page_by_url_path": BY_PATH[connection.vendor], **OTHERS}.items():
            cursor.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {TABLE} {definition}")
