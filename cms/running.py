"""Runs SQL that is ready, past Django's cursor, which would write the values into it."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections
from psycopg import Cursor
from psycopg.types.datetime import TimestamptzLoader


def run(sql: str, values: Sequence[Any]) -> list[Any]:
    """Run SQL and return its rows; PostgreSQL plans it once for all values."""
    database = connections[DEFAULT_DB_ALIAS]
    execute: Callable[..., list[Any]] = _execute
    for wrapper in database.execute_wrappers:
        execute = partial(wrapper, execute)
    return execute(sql, values, False, {"connection": database})


_cursors: WeakKeyDictionary[Any, Cursor] = WeakKeyDictionary()


def _cursor_of(raw: Any) -> Cursor:
    """Return the cursor of a connection to PostgreSQL. It reads moments as psycopg does, in C, not as Django does."""
    cursor = _cursors.get(raw)
    if cursor is None:
        cursor = _cursors[raw] = Cursor(raw)
        cursor.adapters.register_loader("timestamptz", TimestamptzLoader)
    return cursor


def _execute(sql: str, values: Sequence[Any], many: bool, context: dict[str, Any]) -> list[Any]:
    database = context["connection"]
    database.ensure_connection()
    started = time.monotonic()
    with database.wrap_database_errors:
        if database.vendor == "postgresql":
            found = _cursor_of(database.connection).execute(sql, values).fetchall()
        else:
            sql = sql.replace("%s", "?").replace("%%", "%")
            found = database.connection.execute(sql, values).fetchall()
    if database.queries_logged:
        database.queries_log.append({"sql": sql, "time": f"{time.monotonic() - started:.3f}"})
    return found
