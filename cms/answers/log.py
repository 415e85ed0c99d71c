"""Reads what the log of changes has gained, in one statement, before anything is served.

On SQLite changes commit in the order of their numbers. On PostgreSQL they do not: a transaction that began
earlier may commit later. There the place that a process has read to is a snapshot, which says of every
transaction whether its changes were there to be seen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection

from cms.answers.models import Change, Epoch
from cms.running import run, vendor

LOG, EPOCH = Change._meta.db_table, Epoch._meta.db_table


class Entry(NamedTuple):
    """A change: what orders it, its table, and the key that it concerns, if it has one."""

    stamp: int
    table: str
    key: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """How far the log was read: on PostgreSQL a snapshot, on SQLite the number of the last change."""

    end: int
    oldest_open: int
    open: frozenset[int] = frozenset()

    def sees(self, stamp: int) -> bool:
        """Return whether a change had been committed at this place."""
        return stamp < self.oldest_open or (stamp < self.end and stamp not in self.open)

    def as_text(self) -> str:
        """Return the place as PostgreSQL writes snapshots."""
        return f"{self.oldest_open}:{self.end}:{','.join(map(str, sorted(self.open)))}"

    @classmethod
    def of(cls, text: str) -> "Place":
        """Return the place that a text says."""
        oldest, end, running = text.split(":")
        return cls(int(end), int(oldest), frozenset(map(int, running.split(","))) if running else frozenset())


class Reading(NamedTuple):
    """What one look at the log tells: its epoch, where it begins and ends, what is new, and whether that is all."""

    epoch: str
    start: int
    place: Place
    entries: list[Entry]
    is_cut: bool = False


MOST_ENTRIES = 5_000
"""Changes read at once. When there are more, as after a section with its thousands of articles was moved, they are
not looked at one by one."""

SQLITE_END = f'SELECT name, start, (SELECT MAX(id) FROM "{LOG}") FROM "{EPOCH}"'
SQLITE_NEW = f'SELECT id, "table", "key" FROM "{LOG}" WHERE id >= %s AND id <= %s ORDER BY id'
POSTGRESQL_NEW = (
    f'SELECT name, start, pg_current_snapshot()::text, "transaction", "table", "key" FROM "{EPOCH}" LEFT JOIN "{LOG}"'
    ' ON "transaction" >= %s AND NOT pg_visible_in_snapshot("transaction"::text::xid8, %s::pg_snapshot)'
    " LIMIT %s"
)
NEVER = 2**62


def read(since: Place | None) -> Reading | None:
    """Return what the log tells beyond a place; without one, where it ends. `None` where there is no log."""
    return (_read_postgresql if vendor() == "postgresql" else _read_sqlite)(since)


def _read_sqlite(since: Place | None) -> Reading | None:
    with connection.cursor() as cursor:
        cursor.execute(SQLITE_END)
        found = cursor.fetchone()
        if found is None:
            return None
        epoch, start, last = found
        end = (last or 0) + 1
        if since is None or since.end >= end:
            return Reading(epoch, start, Place(end, end), [])
        if end - since.end > MOST_ENTRIES:
            return Reading(epoch, start, Place(end, end), [], is_cut=True)
        cursor.execute(SQLITE_NEW, [since.end, last or 0])
        return Reading(epoch, start, Place(end, end), [Entry(*row) for row in cursor.fetchall()])


def _read_postgresql(since: Place | None) -> Reading | None:
    oldest, text = (since.oldest_open, since.as_text()) if since else (NEVER, "1:1:")
    rows = run(POSTGRESQL_NEW, [oldest, text, MOST_ENTRIES + 1])
    if not rows:
        return None
    epoch, start, snapshot, *_ = rows[0]
    return Reading(epoch, start, Place.of(snapshot), _entries(rows), is_cut=len(rows) > MOST_ENTRIES)


def _entries(rows: Iterable[Any]) -> list[Entry]:
    return [Entry(stamp, table, key) for _, _, _, stamp, table, key in rows if table is not None]
