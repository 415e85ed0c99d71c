"""What the clock alone will change: the coming moments of things that appear or disappear, by key.

It is read from the policy itself: every column that a page type's `own_window` compares with the moment, and
the expiry of every record that can be a draft.
"""

import threading
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Model, Q
from wagtail.models import DraftStateMixin, Page

from cms.answers.watching import expanded, keys_of_row, keys_read

AHEAD = timedelta(hours=1)
BEHIND = timedelta(minutes=1)
MOST_MOMENTS = 2_000
SOME_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


class Window(NamedTuple):
    """A column that holds a moment at which a thing appears or disappears."""

    model: type[Model]
    column: str


class Agenda:
    """The moments that were coming when it was read; read anew once something moved, or time has gone by."""

    def __init__(self) -> None:
        self._count = -1
        self._begins = self._ends = SOME_MOMENT
        self._moments: dict[str, list[datetime]] = {}
        self._lock = threading.Lock()

    def next_moment(self, keys: Collection[str], now: datetime, count: int) -> datetime:
        """Return the next moment after `now` at which the clock may change an answer of these keys.

        That is the end of the agenda at the latest. `count` is that of the movements the answer knows of.
        """
        with self._lock:
            if self._count < count or not self._begins <= now < self._ends:
                self._read(now, count)
            return min((each for key in keys for each in self._after(key, now)), default=self._ends)

    def _after(self, key: str, now: datetime) -> Iterable[datetime]:
        moments = self._moments.get(key, ())
        return moments[bisect_right(moments, now) :][:1]

    def _read(self, now: datetime, count: int) -> None:
        begins, ends = now - BEHIND, now + AHEAD
        coming = sorted(_coming(begins, ends), key=lambda each: each[0])
        if len(coming) > MOST_MOMENTS:
            ends = coming[MOST_MOMENTS][0]
        entailed = expanded({key for _, keys in coming[:MOST_MOMENTS] for key in keys})
        moments: dict[str, list[datetime]] = defaultdict(list)
        for moment, keys in coming[:MOST_MOMENTS]:
            for key in set().union(*(entailed[key] for key in keys)):
                moments[key].append(moment)
        self._moments, self._begins, self._ends, self._count = moments, begins, ends, count


def windows() -> Iterator[Window]:
    """Yield every column by which the clock decides what may be seen."""
    yield Window(Page, "expire_at")
    for model in apps.get_models():
        if issubclass(model, Page):
            own = {field.name for field in model._meta.local_concrete_fields}
            yield from (Window(model, name) for name in sorted(_compared(model) & own))
        elif issubclass(model, DraftStateMixin):
            yield Window(model, "expire_at")


def _compared(model: Any) -> set[str]:
    """Return the columns that a page type's window compares with the moment."""
    own_window = getattr(model, "own_window", None)
    return set(_columns(own_window(SOME_MOMENT))) if own_window else set()


def _columns(condition: Q) -> Iterator[str]:
    children: Sequence[Any] = condition.children
    for child in children:
        if isinstance(child, Q):
            yield from _columns(child)
        elif child[1] == SOME_MOMENT:
            yield child[0].split("__")[0]


def _coming(begins: datetime, ends: datetime) -> Iterator[tuple[datetime, list[str]]]:
    """Yield the moments between two, each with the keys of what then appears or disappears."""
    for model, column in _known_windows():
        table = f"table:{model._meta.db_table}"
        due = model._base_manager.filter(**{f"{column}__gt": begins, f"{column}__lte": ends})
        if issubclass(model, Page):
            for pk, moment in due.order_by().values_list("pk", column)[: MOST_MOMENTS + 1]:
                yield moment, [f"listed:{pk}", table]
        else:
            for row in due.order_by().values(column, *keys_read(model))[: MOST_MOMENTS + 1]:
                yield row[column], [*keys_of_row(model, row), table]


@cache
def _known_windows() -> tuple[Window, ...]:
    return tuple(windows())
