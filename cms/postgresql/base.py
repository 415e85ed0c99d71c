"""The database engine of production, by its pool: `pooled` in the settings names it.

While the database is away, everybody who waits for a connection waits for nothing, and holds a thread meanwhile.
So one of a process asks whether it is back, for a moment, and all others are told at once that it is not.
"""

import select
import threading
import time
from typing import Any

from django.db import OperationalError
from django.db.backends.postgresql import base
from psycopg import Connection
from psycopg import OperationalError as NotConnected
from psycopg_pool import ConnectionPool

SECONDS_BETWEEN_TRIES = 0.5
SECONDS_OF_A_TRY = 0.5
"""How long one waits for a connection while the database is away; the pool tries on meanwhile."""


class Absence:
    """Whether a database was away when it was last asked for a connection, and who asks next."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_away = False
        self._asked_at = 0.0
        self._is_asked = False

    @property
    def is_known(self) -> bool:
        """Whether the database was away when it was last asked."""
        return self._is_away

    def may_ask(self) -> bool:
        """Return whether the caller may wait for a connection; they tell what came of it."""
        if not self._is_away:
            return True
        with self._lock:
            if self._is_asked or time.monotonic() - self._asked_at < SECONDS_BETWEEN_TRIES:
                return not self._is_away
            self._is_asked = True
            return True

    def tell(self, *, is_away: bool) -> None:
        """Note what came of it."""
        with self._lock:
            self._is_away, self._is_asked, self._asked_at = is_away, False, time.monotonic()


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to PostgreSQL that fails at once while the database is known to be away."""

    _absences: dict[str, Absence] = {}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Return a connection, from the pool where there is one."""
        absence = self._absences.setdefault(self.alias, Absence())
        if not absence.may_ask():
            raise OperationalError("The database was away a moment ago; another request asks for it.")
        try:
            if self.pool:
                configured = self.settings_dict["OPTIONS"]["pool"]["timeout"]
                self.pool.timeout = SECONDS_OF_A_TRY if absence.is_known else configured
            connection = super().get_new_connection(conn_params)
            while self.pool and not _is_alive(connection):
                self.pool.putconn(connection)  # which throws a broken one away
                connection = super().get_new_connection(conn_params)
        except BaseException:
            absence.tell(is_away=True)
            raise
        absence.tell(is_away=False)
        return connection


def _is_alive(connection: Connection) -> bool:
    """Return whether a connection still leads to a server, which is only asked when it has said something meanwhile.

    A server says nothing to a client that waits, unless that it is gone. The pool's own check asks it each time.
    """
    listening = select.poll()
    listening.register(connection.pgconn.socket, select.POLLIN)
    if not listening.poll(0):
        return True
    try:
        ConnectionPool.check_connection(connection)
    except NotConnected:
        return False
    return True
