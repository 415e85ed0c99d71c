"""What is held in memory for as long as nobody has changed the tables that it was read from.

The site, its languages, its sections and what closes them are asked for by every question and change a few times a
day. What is read of them is kept with the names of its tables; a request first looks at the log of changes
(`cms.answers`), and whatever was read from a table that has moved since is read again. So nothing is held that a
committed change, by whatever process or tool, has made untrue, and nobody has to say what depends on what.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar

from django.db import connection

from cms.answers.movements import can_follow
from cms.answers.settling import movements
from cms.answers.watching import is_watched, tables_in

Value = TypeVar("Value")


class _Entry(NamedTuple):
    """Something that was read, from which tables, and how far the log had been followed before."""

    value: Any
    tables: frozenset[str]
    since: int


_kept_by_all: dict[Hashable, _Entry] = {}


class Memory:
    """What one request may rely on. `count` says how far the log was followed for it, `None` that it was not."""

    def __init__(self, count: int | None = None) -> None:
        self._count = count
        self._kept = {} if count is None else _kept_by_all

    @classmethod
    def of_now(cls) -> "Memory":
        """Return what a request that begins now may rely on.

        Inside a transaction, whose own changes the log does not tell of yet, that is nothing that others read.
        """
        return cls(movements.follow() if can_follow() else None)

    def kept(
        self, what: Hashable, read: Callable[[], Value], *, holds: Callable[[Value], bool] = lambda _: True
    ) -> Value:
        """Return what `read` answers, read now or earlier. `holds` may say that an earlier one is over for now."""
        entry = self._kept.get(what)
        if entry is not None and self._stands(entry) and holds(entry.value):
            return entry.value
        with _tables_read() as tables:
            value = read()
        if all(map(is_watched, tables)):
            self._kept[what] = _Entry(
                value, frozenset(f"table:{table}" for table in tables), self._count or 0
            )
        return value

    def _stands(self, entry: _Entry) -> bool:
        return self._count is None or movements.stands(entry.tables, entry.since)


@contextmanager
def _tables_read() -> Iterator[set[str]]:
    """Collect the tables that the statements inside speak of."""
    tables: set[str] = set()

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        tables.update(tables_in(sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield tables
