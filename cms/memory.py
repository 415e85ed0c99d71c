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

from cms.answers.movements import Movements, can_follow
from cms.answers.settling import movements, state
from cms.answers.watching import is_watched, tables_in

Value = TypeVar("Value")


class _Entry(NamedTuple):
    """Something that was read, from which tables, and how many changes had been made by then."""

    value: Any
    tables: frozenset[str]
    changes: int


_kept_by_all: dict[tuple[Movements, Hashable], _Entry] = {}


class Memory:
    """What one request may rely on.

    `known`: the changes that the process has heard of. `count`: how many of them had been made when the request came.
    What a request `reads_one_state` of is there for others as well; without a count, nothing is.
    """

    def __init__(
        self, known: Movements | None = None, count: int | None = None, *, reads_one_state: bool = False
    ) -> None:
        self._known = known or Movements()
        self._count = count
        self._shares = reads_one_state and count is not None
        self._own: dict[Hashable, _Entry] = {}

    @classmethod
    def of_now(cls) -> "Memory":
        """Return what a request that begins now may rely on.

        Inside a transaction, whose own changes the log does not tell of yet, that is nothing that others read.
        """
        if read := state():
            return cls(*read, reads_one_state=True)
        known = movements()
        return cls(known, known.follow() if can_follow() else None)

    def kept(
        self, what: Hashable, read: Callable[[], Value], *, holds: Callable[[Value], bool] = lambda _: True
    ) -> Value:
        """Return what `read` answers, read now or earlier. `holds` may say that an earlier one is over for now."""
        entry = self._own.get(what) or self._of_others(what)
        if entry is not None and holds(entry.value):
            return entry.value
        with _tables_read() as tables:
            value = read()
        if all(map(is_watched, tables)):
            entry = _Entry(value, frozenset(f"table:{table}" for table in tables), self._count or 0)
            self._own[what] = entry
            if self._shares:
                _kept_by_all[self._known, what] = entry
        return value

    def _of_others(self, what: Hashable) -> _Entry | None:
        """Return what another request read, earlier or later, where that is what this one would read."""
        entry = None if self._count is None else _kept_by_all.get((self._known, what))
        if entry is not None and self._known.stands(entry.tables, min(entry.changes, self._count or 0)):
            return entry
        return None


@contextmanager
def _tables_read() -> Iterator[set[str]]:
    """Collect the tables that the statements inside speak of."""
    tables: set[str] = set()

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        tables.update(tables_in(sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield tables
