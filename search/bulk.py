"""Writes many small rows at once: as arrays on PostgreSQL, row by row on SQLite, where a row costs next to nothing.

Django's own bulk inserts spell every value out in the statement, which takes most of the time of indexing.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection

# The types that PostgreSQL is told of the columns.
TYPES = {
    "word": "varchar", "key": "varchar", "article_id": "integer", "count": "smallint",
    "name_id": "bigint", "kind": "varchar", "day": "integer",
}  # fmt: skip


def insert(table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]], *, on_conflict: str) -> None:
    """Insert rows; `on_conflict` says what becomes of those that are there already. All names are ours."""
    if not rows:
        return
    into = f"INSERT INTO {table} ({', '.join(columns)})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            arrays = ", ".join(f"%s::{TYPES[column]}[]" for column in columns)
            values = [list(column) for column in zip(*rows, strict=True)]
            cursor.execute(f"{into} SELECT * FROM unnest({arrays}) ON CONFLICT {on_conflict}", values)
        else:
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"{into} VALUES ({places}) ON CONFLICT {on_conflict}", rows)
