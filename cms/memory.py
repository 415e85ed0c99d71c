"""What is held in memory for as long as nobody has changed the database.

The site, its languages, its sections and what closes them are asked for by every question and change a few times a
day. They are kept beside the state that the database was in; a question first asks for the state it is in now, and
whatever was kept under another one is forgotten. So nothing is held that a committed change, by whatever process or
tool, has made untrue, and nobody has to be told of a change.
"""

import threading
from typing import Any

from django.db import InterfaceError, OperationalError, connection

# PostgreSQL: which transactions are over. Equal snapshots see the same rows, whoever wrote them.
# SQLite: the number of commits of other connections, and of the rows that this one changed.
STATES = {
    "postgresql": "SELECT pg_current_snapshot()::text",
    "sqlite": "SELECT data_version, total_changes() FROM pragma_data_version()",
}

Memory = dict[Any, Any]


class _Kept(threading.local):
    """What a thread keeps, and the state that it was read in."""

    state: Any = None
    memory: Memory | None = None


_kept = _Kept()


def memory_of_now() -> Memory:
    """Return what is kept of the database as it stands, to read from and to add to; empty after any change.

    Inside a transaction, where the state does not tell of what the transaction itself has written, nothing is kept.
    """
    if connection.in_atomic_block or not connection.get_autocommit():
        return {}
    state = _state()
    if _kept.memory is None or _kept.state != state:
        _kept.state, _kept.memory = state, {}
    return _kept.memory


def _state() -> Any:
    """Ask for the database's state. The first question of a request, so a connection that broke shows here."""
    try:
        return _asked()
    except (InterfaceError, OperationalError):
        connection.close()
        return _asked()


def _asked() -> Any:
    with connection.cursor() as cursor:
        cursor.execute(STATES[connection.vendor])
        state = cursor.fetchone()
    # What SQLite counts, it counts for one connection; holding that keeps its place in memory from being taken.
    return (state, connection.settings_dict["NAME"], connection.vendor == "sqlite" and connection.connection)
