"""Which connection answers a reader's question: one whose statements are timed, and a replica that knows everything.

Whatever reads the database asks `connections["default"]`: the ORM, our own SQL, the log of changes. So that is what is
exchanged, for the thread that answers and until it has answered. `readers` is the primary under a time limit;
`replica` is asked only when it has replayed all that the primary had committed when the question came.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections

logger = logging.getLogger(__name__)

READERS, REPLICA = "readers", "replica"
SECONDS_WITHOUT = 10
"""How long a replica that failed is left alone."""

POSITION = "SELECT pg_current_wal_insert_lsn()::text"
HAS_REPLAYED = "SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= %s::pg_lsn"

_left_alone_until = 0.0


@contextmanager
def as_readers() -> Iterator[None]:
    """Read from the primary as readers do, where the settings tell readers from editors."""
    if READERS not in connections.settings or connection.in_atomic_block:
        yield
        return
    with _exchanged(READERS):
        yield


@contextmanager
def from_replica() -> Iterator[None]:
    """Read from the replica."""
    with _exchanged(REPLICA):
        yield


def may_ask_replica() -> bool:
    """Return whether there is a replica that has not failed lately."""
    return (
        REPLICA in connections.settings
        and not connection.in_atomic_block
        and time.monotonic() >= _left_alone_until
    )


def replica_knows_all() -> bool:
    """Return whether the replica has everything that was committed before this call.

    The position is taken from the primary first. A change that anybody has seen there stands before it in the primary's
    log, so a replica that has replayed up to it cannot be behind what an editor wrote or a cache was told.
    """
    with connection.cursor() as cursor:
        cursor.execute(POSITION)
        position = cursor.fetchone()
    try:
        with connections[REPLICA].cursor() as cursor:
            cursor.execute(HAS_REPLAYED, position)
            return bool(cursor.fetchone()[0])
    except DatabaseError:
        leave_replica_alone()
        return False


def leave_replica_alone() -> None:
    """Ask the primary for a while: the replica has failed."""
    global _left_alone_until
    _left_alone_until = time.monotonic() + SECONDS_WITHOUT
    logger.warning("The replica fails; the primary is asked for %s s.", SECONDS_WITHOUT, exc_info=True)
    connections[REPLICA].close()


@contextmanager
def _exchanged(alias: str) -> Iterator[None]:
    """Let this thread find another connection under the default name; who listens to statements hears its own."""
    own, other = connections[DEFAULT_DB_ALIAS], connections[alias]
    kept, other.execute_wrappers = other.execute_wrappers, own.execute_wrappers
    connections[DEFAULT_DB_ALIAS] = other
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = own
        other.execute_wrappers = kept
