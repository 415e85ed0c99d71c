"""Loads rows: once for a whole level, with the columns that were asked for.

A row that comes from a preview carries the unsaved model instance under `INSTANCE`; what belongs to the
instance is then read from it instead of from the database.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import Any

from django.db.models import Model, QuerySet

from cms.answers.recording import asks, is_recording
from cms.answers.watching import keys_where
from cms.given import KEYS
from cms.graphql.resolvers import Row
from cms.graphql.statements import Build, model_of, rows
from cms.visibility import Visibility

INSTANCE = "_instance"
LARGEST_KEY = 2**63


def rows_by_key(
    build: Build, keys: Iterable[Any], columns: Iterable[str], policy: Visibility, *arguments: Hashable
) -> dict[Any, Row]:
    """Return the rows with these keys of what `build` puts together, by key; asks nothing when there are none."""
    wanted = {int(key) for key in keys if key is not None and 0 < int(key) < LARGEST_KEY}
    if not wanted:
        return {}
    if is_recording():
        asks(*keys_where(model_of(build, policy, *arguments), "id", wanted))
    found = rows(_with_keys, columns, policy, build, *arguments, keys=sorted(wanted))
    return {row["id"]: row for row in found}


def visible_pages(policy: Visibility, model: type[Any]) -> QuerySet:
    """Put the visible pages of a model together."""
    return policy.pages(model)


def visible_records(policy: Visibility, model: type[Model]) -> QuerySet:
    """Put the visible records of a model together."""
    return policy.records(model)


def _with_keys(policy: Visibility, build: Build, *arguments: Hashable) -> QuerySet:
    return build(policy, *arguments).filter(pk__in=KEYS)


def rows_of_parents(
    parents: Sequence[Row],
    children: Build,
    columns: Collection[str],
    policy: Visibility,
    *arguments: Hashable,
    parent_column: str,
    relation: str,
) -> list[list[Row]]:
    """Return the children of each parent, in the order of what `children` puts together.

    `parent_column` is the child's column with the parent's key; `relation` the parent's attribute for its
    children, which a previewed parent answers itself.
    """
    by_parent: dict[Any, list[Row]] = defaultdict(list)
    stored = {parent["id"] for parent in parents if INSTANCE not in parent}
    if stored:
        if is_recording():
            asks(*keys_where(model_of(children, policy, *arguments), parent_column, stored))
        wanted = (*columns, parent_column)
        found = rows(_of_parents, wanted, policy, children, parent_column, *arguments, keys=sorted(stored))
        for row in found:
            by_parent[row[parent_column]].append(row)
    return [
        [row_of(child, columns) for child in getattr(parent[INSTANCE], relation).all()]
        if INSTANCE in parent
        else by_parent[parent["id"]]
        for parent in parents
    ]


def _of_parents(policy: Visibility, children: Build, parent_column: str, *arguments: Hashable) -> QuerySet:
    return children(policy, *arguments).filter(**{f"{parent_column}__in": KEYS})


def row_of(instance: Model, columns: Iterable[str]) -> Row:
    """Return an unsaved instance as a row that carries the instance."""
    row = {column: _value(instance, column) for column in columns}
    return {**row, "id": instance.pk, INSTANCE: instance}


def _value(instance: Any, column: str) -> Any:
    for step in column.split("__"):
        instance = getattr(instance, step, None)
    return instance
