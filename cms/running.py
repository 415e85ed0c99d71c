"""Runs SQL that is ready, past Django's cursor, which would write the values into it."""

import time
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections

from cms.postgresql.repeated import repeated


@cache
def vendor() -> str:
    """Return which database this is, `postgresql` or `sqlite`; readers are never given another."""
    return connection.vendor


def run(sql: str, values: Sequence[Any]) -> list[Any]:
    """Run SQL that reads, and return its rows; PostgreSQL plans it once for all values."""
    database = connections[DEFAULT_DB_ALIAS]
    execute: Callable[..., list[Any]] = _execute
    for wrapper in database.execute_wrappers:
        execute = partial(wrapper, execute)
    return execute(sql, values, False, {"connection": database})


def command(sql: str) -> None:
    """Carry out a command such as COMMIT, of which Django is to know nothing."""
    database = connections[DEFAULT_DB_ALIAS]
    database.ensure_connection()
    with database.wrap_database_errors:
        if database.vendor == "postgresql":
            repeated(database.connection).command(sql.encode())
        else:
            database.connection.execute(sql)


def _execute(sql: str, values: Sequence[Any], many: bool, context: dict[str, Any]) -> list[Any]:
    database = context["connection"]
    if database.connection is None:
        database.ensure_connection()
    started = time.monotonic()
    with database.wrap_database_errors:
        if database.vendor == "postgresql":
            found = repeated(database.connection).rows(sql, values)
        else:
            sql = sql.replace("%s", "?").replace("%%", "%")
            found = database.connection.execute(sql, values).fetchall()
    if database.queries_logged:
        database.queries_log.append({"sql": sql, "time": f"{time.monotonic() - started:.3f}"})
    return found
