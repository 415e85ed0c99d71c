"""Loads rows: once for a whole level, with the columns that were asked for.

A row that comes from a preview carries the unsaved model instance under `INSTANCE`; what belongs to the
instance is then read from it instead of from the database.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import Model, QuerySet

from cms.answers.recording import asks, is_recording, shows
from cms.answers.watching import keys_where
from cms.graphql.resolvers import Row

INSTANCE = "_instance"


def load(rows: QuerySet, columns: Iterable[str]) -> list[Row]:
    """Return the rows of a query set with these columns and `id`."""
    return shown(rows.model, list(rows.values(*{"id", *columns})))


def shown(model: type[Model], rows: list[Row]) -> list[Row]:
    """Return rows, their keys noted as what the answer shows."""
    if is_recording():
        shows(keys_where(model, "id", (row["id"] for row in rows)))
    return rows


def load_by_id(rows: QuerySet, ids: Iterable[Any], columns: Iterable[str]) -> dict[Any, Row]:
    """Return the rows with these keys, by key; asks nothing when there are none."""
    wanted = {pk for pk in ids if pk is not None}
    if not wanted:
        return {}
    asks(*keys_where(rows.model, "id", wanted))
    return {row["id"]: row for row in load(rows.filter(pk__in=wanted), columns)}


def load_children(
    parents: Sequence[Row], children: QuerySet, *, parent_column: str, relation: str, columns: Collection[str]
) -> list[list[Row]]:
    """Return the children of each parent, in the order of `children`.

    `parent_column` is the child's column with the parent's key; `relation` the parent's attribute for its
    children, which a previewed parent answers itself.
    """
    by_parent: dict[Any, list[Row]] = defaultdict(list)
    stored = [parent["id"] for parent in parents if INSTANCE not in parent]
    if stored:
        asks(*keys_where(children.model, parent_column, stored))
        chosen = children.filter(**{f"{parent_column}__in": stored})
        for row in chosen.values(*{parent_column, *columns}):
            by_parent[row[parent_column]].append(row)
    return [
        [row_of(child, columns) for child in getattr(parent[INSTANCE], relation).all()]
        if INSTANCE in parent
        else by_parent[parent["id"]]
        for parent in parents
    ]


def row_of(instance: Model, columns: Iterable[str]) -> Row:
    """Return an unsaved instance as a row that carries the instance."""
    row = {column: _value(instance, column) for column in columns}
    return {**row, "id": instance.pk, INSTANCE: instance}


def _value(instance: Any, column: str) -> Any:
    for step in column.split("__"):
        instance = getattr(instance, step, None)
    return instance
