"""What is watched: for each table, the keys that a change of one of its rows concerns.

A key names something that answers are made of: `page:17` what is shown of a page, `articles/section:5` which
articles are in a section. Whatever has no key of its own is covered by its table: every change is also one of
`table:…`. An answer that reads a table and names no key that speaks for it depends on the whole table, so a
declaration that is missing costs precision and never truth; a table that is not watched keeps an answer from
being kept at all.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from django.apps import apps
from django.db import models

PLACEHOLDER = re.compile(r"\{(\w+)\}")
WORD = re.compile(r"\w+")
# What no answer is made of: tables that nobody changes, and the log of changes, which is asked before.
NO_INGREDIENTS = frozenset({"django_content_type", "django_migrations", "answers_change", "answers_epoch"})

Expansion = Callable[[set[int]], Iterable[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Says:
    """A key that a change concerns: `template` with the row's columns in braces, before and after the change.

    `when` limits it to changes of these columns, `on` to insertions, updates and deletions (I, U, D). A key that
    `speaks` for its table tells of every change that could bring a row in or out of what is asked under it.
    """

    template: str
    when: tuple[str, ...] = ()
    on: str = "IUD"
    speaks: bool = True

    @property
    def columns(self) -> list[str]:
        """The columns in the template."""
        return PLACEHOLDER.findall(self.template)

    @property
    def kind(self) -> str:
        """What kind of key it makes."""
        return kind_of(self.template)


@dataclass(slots=True)
class Watched:
    """A table: what its changes say, and the columns that readers are never shown."""

    says: list[Says] = field(default_factory=list)
    ignores: frozenset[str] = frozenset()


_watched: dict[str, Watched] = {}
_stand_ins: dict[str, tuple[str, ...]] = {}
_unwatched: set[str] = set()
_expansions: dict[str, list[tuple[tuple[str, ...], Expansion]]] = {}


def watch(table: str, *says: str | Says, ignores: Iterable[str] = ()) -> None:
    """Declare what changes of a table say, on top of what was declared before."""
    watched = _watched.setdefault(table, Watched())
    watched.says += [Says(each) if isinstance(each, str) else each for each in says]
    watched.ignores |= frozenset(ignores)


def leave_out(*tables: str) -> None:
    """Declare tables that no answer is made of; one that reads them nevertheless is not kept."""
    _unwatched.update(tables)


def stands_for(table: str, *others: str) -> None:
    """Declare tables that only ever change in one transaction with `table`, and need no triggers of their own."""
    for other in others:
        _stand_ins[other] = (*_stand_ins.get(other, ()), table)


def expands(kind: str, *into: str) -> Callable[[Expansion], Expansion]:
    """Register a function that pairs the numbers in keys of one kind with the keys of other kinds they entail."""

    def register(expansion: Expansion) -> Expansion:
        _expansions.setdefault(kind, []).append((into, expansion))
        return expansion

    return register


def expanded(keys: Iterable[str]) -> dict[str, set[str]]:
    """Return keys, each with all that it entails and itself."""
    found = {key: {key} for key in keys}
    for kind, expansions in _expansions.items():
        numbers = {int(number_of(key)) for key in found if key.startswith(f"{kind}:")}
        for _, expand in expansions if numbers else ():
            for number, entailed in expand(numbers):
                found[f"{kind}:{number}"].add(entailed)
    return found


def watched_tables() -> Iterator[tuple[str, type[models.Model], Watched]]:
    """Yield every table that gets triggers, with its model and what its changes say."""
    for table, model in models_by_table().items():
        if table not in _unwatched and table not in _stand_ins and table not in NO_INGREDIENTS:
            yield table, model, _watched.get(table, Watched())


@cache
def models_by_table() -> dict[str, type[models.Model]]:
    """Return the models that have a table in the database."""
    return {
        model._meta.db_table: model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }


@lru_cache(maxsize=512)
def tables_in(sql: str) -> frozenset[str]:
    """Return the tables that a statement speaks of: those whose changes tell of theirs."""
    names = set(WORD.findall(sql)) & _known_names()
    return frozenset(table for name in names for table in _stand_ins.get(name, (name,)))


@cache
def _known_names() -> frozenset[str]:
    return frozenset((*models_by_table(), *_stand_ins)) - NO_INGREDIENTS


@cache
def is_watched(table: str) -> bool:
    """Return whether changes of a table are heard of."""
    return any(table == each for each, _, _ in watched_tables())


@cache
def speaks_for(kind: str) -> frozenset[str]:
    """Return the tables that keys of a kind speak for."""
    sources = {kind, *(source for source, into in _entailed() if kind in into)}
    return frozenset(
        table
        for table, watched in _watched.items()
        if any(each.speaks and each.kind in sources for each in watched.says)
    )


def _entailed() -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((kind, into) for kind, expansions in _expansions.items() for into, _ in expansions)


def keys_where(model: type[models.Model], column: str, values: Iterable[Any]) -> list[str]:
    """Return the keys of the rows of a model with these values in a column; empty where none is declared.

    `id` stands for whatever the primary key is called.
    """
    prefix = _prefix(model, column)
    return [f"{prefix}{value}" for value in values] if prefix else []


@cache
def _prefix(model: type[models.Model], column: str) -> str:
    primary_key: Any = model._meta.pk
    name = primary_key.column if column == "id" else column
    watched = _watched.get(model._meta.db_table, Watched())
    for says in watched.says:
        if says.columns == [name] and says.on == "IUD" and not says.when:
            return says.template.removesuffix(f"{{{name}}}")
    return ""


def keys_read(model: type[models.Model]) -> set[str]:
    """Return the columns that the keys of a model's rows are made of."""
    return {name for says in _says(model) for name in says.columns}


def keys_of_row(model: type[models.Model], row: dict[str, Any]) -> list[str]:
    """Return all keys of a row that has the columns of `keys_read`."""
    return [PLACEHOLDER.sub(lambda found: str(row[found[1]]), says.template) for says in _says(model)]


def _says(model: type[models.Model]) -> list[Says]:
    return _watched.get(model._meta.db_table, Watched()).says


def kind_of(key: str) -> str:
    """Return the kind of a key, such as `page` of `page:17`."""
    return key.partition(":")[0]


def number_of(key: str) -> str:
    """Return what follows the kind in a key."""
    return key.partition(":")[2]
