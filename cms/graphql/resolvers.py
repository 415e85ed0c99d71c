"""Batch resolvers: functions that answer one field for all parents of a level at once.

A resolver takes the list of parents and the `Selection` below the field, and returns a list of the same
length. It is called once for a list of any length, so what it asks of the database cannot grow with rows.
A parent is a `Row`: the columns that the selection needs, not a model instance.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

Row = dict[str, Any]
BatchResolver = Callable[..., Sequence[Any]]


class Typed(NamedTuple):
    """A row behind an interface or union: what it is, and the row."""

    type_name: str
    row: Row


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a field is answered, and the columns its parents must bring for that."""

    resolver: BatchResolver
    needs: tuple[str, ...]


_resolutions: dict[str, Resolution] = {}


def resolves(*field_names: str, needs: Sequence[str] = ()) -> Callable[[BatchResolver], BatchResolver]:
    """Register a batch resolver for fields written as "Article.bylines".

    `needs` names the columns of the parent's row that the resolver reads; `id` is always there.
    """

    def register(resolver: BatchResolver) -> BatchResolver:
        for field_name in field_names:
            _resolutions[field_name] = Resolution(resolver, tuple(needs))
        return resolver

    return register


def resolution_of(type_name: str, field_name: str) -> Resolution | None:
    """Return how a field is answered; `None` when it is read from its parent's row."""
    return _resolutions.get(f"{type_name}.{field_name}")


def registered_resolutions() -> dict[str, Resolution]:
    """Return every registered resolution by "Type.field"."""
    return dict(_resolutions)
