"""Notes what an answer is made of, while it is made.

What is asked of the database is accounted for part by part: a part, such as one field of one level, names the
keys of what it asks for; tables that it reads and for which no key of its own speaks count as a whole. Outside
of a recording all of this does nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.db import connection

from cms.answers.watching import is_watched, kind_of, speaks_for, tables_in


class _Part:
    """One part of an answer: the tables it read and the kinds of keys it asked for."""

    __slots__ = ("kinds", "tables")

    def __init__(self) -> None:
        self.kinds: set[str] = set()
        self.tables: set[str] = set()


class Ingredients:
    """What one answer is made of: keys, and the moment from which it may be another. `until` is `None` for never."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self.until: datetime | None = None
        self.may_be_kept = True
        self.each_time: list[Callable[[], None]] = []
        self._parts = [_Part()]

    def open(self) -> None:
        """Begin a part."""
        self._parts.append(_Part())

    def close(self) -> None:
        """End the part that was begun last."""
        part = self._parts.pop()
        if part.tables:
            spoken_for = frozenset().union(*(speaks_for(kind) for kind in part.kinds))
            for table in part.tables - spoken_for:
                self.keys.add(f"table:{table}")
                self.may_be_kept = self.may_be_kept and is_watched(table)

    def ask(self, keys: Iterable[str]) -> None:
        """Note the keys of what the open part asks for."""
        kinds = self._parts[-1].kinds
        for key in keys:
            self.keys.add(key)
            kinds.add(kind_of(key))

    def read(self, sql: str) -> None:
        """Note a statement of the open part."""
        self._parts[-1].tables |= tables_in(sql)

    def execute(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        """Run a statement and note it; a wrapper for Django's connections."""
        self.read(sql)
        return execute(sql, params, many, context)


_current: ContextVar[Ingredients | None] = ContextVar("ingredients", default=None)


@contextmanager
def recording() -> Iterator[Ingredients]:
    """Record what is asked and shown in this thread."""
    ingredients = Ingredients()
    token = _current.set(ingredients)
    try:
        with connection.execute_wrapper(ingredients.execute):
            yield ingredients
    finally:
        _current.reset(token)
        ingredients.close()


@contextmanager
def part(*keys: str) -> Iterator[None]:
    """Account for the statements inside by themselves: by these keys and by what is asked inside."""
    ingredients = _current.get()
    if ingredients is None:
        yield
        return
    ingredients.open()
    try:
        ingredients.ask(keys)
        yield
    finally:
        ingredients.close()


def is_recording() -> bool:
    """Return whether somebody wants to know what is asked."""
    return _current.get() is not None


def asks(*keys: str) -> None:
    """Note the keys that together cover every row that the open part's statements could have brought."""
    ingredients = _current.get()
    if ingredients is not None:
        ingredients.ask(keys)


def shows(keys: Iterable[str]) -> None:
    """Note the keys of rows that were found. They say nothing of the rows that were not."""
    ingredients = _current.get()
    if ingredients is not None:
        ingredients.keys.update(keys)


def stands_until(moment: datetime) -> None:
    """Note a moment from which the answer may be another for a reason of the clock alone."""
    ingredients = _current.get()
    if ingredients is not None and (ingredients.until is None or moment < ingredients.until):
        ingredients.until = moment


def each_time(tell: Callable[[], None]) -> None:
    """Do something quick for this answer, and again each time it is given from a cache of ours."""
    tell()
    ingredients = _current.get()
    if ingredients is not None:
        ingredients.each_time.append(tell)


def must_not_be_kept() -> None:
    """Keep the answer that is being made out of every cache of ours."""
    ingredients = _current.get()
    if ingredients is not None:
        ingredients.may_be_kept = False
