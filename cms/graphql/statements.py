"""SQL that Django writes once and that is run many times.

Putting a query set together and turning it into SQL takes Django longer than the database needs to answer it. So a
query set is put together by a function, with `Given` in the places of what differs from one request to the next. Its
SQL is remembered by that function, its arguments, the columns, and what the policy closes; PostgreSQL keeps the plan
of such a statement, too.
"""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet
from psycopg.sql import Literal

from cms.answers.recording import is_recording, shows
from cms.answers.watching import keys_where
from cms.given import Given
from cms.graphql.resolvers import Row
from cms.running import run, vendor
from cms.visibility import Visibility

Build = Callable[..., Any]
"""Puts a query set together, or several in a list, whose rows are to follow one another. It takes the policy, then
whatever else the SQL depends on."""

REMEMBERED = 1_000
PLACES_AT_ONCE = 100  # SQLite takes five hundred parts of a UNION
NUMBER = "number_of_rows"
PLACE = re.compile(r"(?<!%)%s")


def rows(
    build: Build, columns: Iterable[str], policy: Visibility, *arguments: Hashable, **given: Any
) -> list[Row]:
    """Return the rows of what `build(policy, *arguments)` puts together, with these columns and `id`."""
    statement = _written(build, arguments, frozenset(columns), policy.standing, vendor())
    found = statement.rows({"now": policy.now, **given})
    statement.note(found)
    return found


def rows_each(
    build: Build,
    columns: Iterable[str],
    policy: Visibility,
    *arguments: Hashable,
    each: Mapping[str, Sequence[Any]],
    **given: Any,
) -> list[list[Row]]:
    """Return such rows for every place of the lists in `each`, whose values are given one after the other.

    “The latest four of each of twelve sections” is twelve short walks along an index, all in one statement.
    """
    number = len(next(iter(each.values())))
    if number == 1:
        one = {name: values[0] for name, values in each.items()}
        return [rows(build, columns, policy, *arguments, **one, **given)]
    if not number:
        return []
    statement = _written(build, arguments, frozenset(columns), policy.standing, vendor())
    found = statement.rows_each({"now": policy.now, **given}, each, number)
    statement.note([row for part in found for row in part])
    return found


def model_of(build: Build, policy: Visibility, *arguments: Hashable) -> type[Model]:
    """Return what `build` puts together rows of."""
    return _written(build, arguments, frozenset(), policy.standing, vendor()).model


def counts(
    build: Build, policy: Visibility, *arguments: Hashable, each: Mapping[str, Sequence[Any]], **given: Any
) -> list[int]:
    """Return the number of such rows for every place of the lists in `each`."""
    found = rows_each(build, [NUMBER], policy, *arguments, each=each, **given)
    return [part[0][NUMBER] if part else 0 for part in found]


def count(build: Build, policy: Visibility, *arguments: Hashable, **given: Any) -> int:
    """Return the number of such rows."""
    found = rows(build, [NUMBER], policy, *arguments, **given)
    return found[0][NUMBER] if found else 0


def sql_of(
    build: Build, columns: Iterable[str], policy: Visibility, *arguments: Hashable, **given: Any
) -> tuple[str, list[Any]]:
    """Return the SQL of such rows and its values, to be part of a larger statement; none where no row can be.

    Its columns stand in the order of their names, `id` among them.
    """
    statement = _written(build, arguments, frozenset(columns), policy.standing, vendor())
    return statement.sql, statement.values({"now": policy.now, **given})


@lru_cache(REMEMBERED)
def _written(
    build: Build, arguments: tuple[Hashable, ...], columns: frozenset[str], policy: Visibility, database: str
) -> "Statement":
    """Return the statement; `database` is here to be remembered by."""
    built = build(policy, *arguments)
    return Statement([built] if isinstance(built, QuerySet) else built, columns)


class Part(NamedTuple):
    """One of the query sets whose rows a statement brings one after the other."""

    compiler: Any
    sql: str
    parameters: list[Any]


class Statement:
    """SQL that is ready to run with values for what is `Given` in it."""

    def __init__(self, querysets: Sequence[QuerySet], columns: Collection[str]) -> None:
        self.model = querysets[0].model
        self._vendor = vendor()
        self._names: list[str] = []
        parts = [part for queryset in querysets if (part := self._part(queryset, columns)).sql]
        self._is_one = len(parts) < 2
        self.sql = parts[0].sql if len(parts) == 1 else " UNION ALL ".join(_numbered(parts))
        self._parameters = [parameter for part in parts for parameter in part.parameters]
        self._compiler: Any = parts[0].compiler if parts else None
        self._converters: dict[int, Any] = {}
        if self._compiler and NUMBER not in columns:
            select = [column for column, *_ in self._compiler.select]
            self._converters = self._compiler.get_converters(select)
        self._lateral_sql = ""

    def _part(self, queryset: QuerySet, columns: Collection[str]) -> Part:
        counted = NUMBER in columns
        if counted and not queryset.query.is_sliced:
            queryset = queryset.order_by()
        wanted = queryset.values("pk") if counted else queryset.values(*sorted({"id", *columns}))
        compiler = wanted.query.get_compiler(using=wanted.db)
        try:
            sql, parameters = as_literals(*compiler.as_sql())
        except EmptyResultSet:
            return Part(compiler, "", [])
        self._names = [NUMBER] if counted else list(wanted.query.selected or ())
        return Part(compiler, f"SELECT COUNT(*) FROM ({sql}) AS counted" if counted else sql, parameters)

    def rows(self, given: Mapping[str, Any]) -> list[Row]:
        """Return the rows for these values."""
        if not self.sql:
            return []
        found = run(self.sql, self.values(given))
        return self._as_rows(found if self._is_one else _in_order(found))

    def values(self, given: Mapping[str, Any]) -> list[Any]:
        """Return what goes into the places of the SQL."""
        return self._values(self._parameters, given)

    def note(self, found: Sequence[Row]) -> None:
        """Note rows as what the answer shows."""
        if is_recording() and self._names != [NUMBER]:
            shows(keys_where(self.model, "id", (row["id"] for row in found)))

    def rows_each(
        self, given: Mapping[str, Any], each: Mapping[str, Sequence[Any]], number: int
    ) -> list[list[Row]]:
        """Return the rows for each place of the lists in `each`."""
        dealt: list[list[Row]] = [[] for _ in range(number)]
        if not self.sql:
            return dealt
        ways = self._laterally if self._vendor == "postgresql" else self._in_union
        for found, start in ways(given, each, number):
            places = [row[0] for row in found]
            found = [row[1:] for row in found]
            for place, row in zip(places, self._as_rows(found), strict=True):
                dealt[start + place].append(row)
        return dealt

    def _as_rows(self, found: Sequence[Sequence[Any]]) -> list[Row]:
        """Give values their names, and the Python types that the driver does not give them."""
        if self._converters and found:
            found = self._compiler.apply_converters(map(list, found), self._converters)
        names = self._names
        return [dict(zip(names, row, strict=True)) for row in found]

    def _values(self, places: Iterable[Any], given: Mapping[str, Any]) -> list[Any]:
        return [
            place.adapted(given[place.name], self._vendor) if isinstance(place, Given) else place
            for place in places
        ]

    def _laterally(
        self, given: Mapping[str, Any], each: Mapping[str, Sequence[Any]], number: int
    ) -> Iterator[tuple[list[Any], int]]:
        """Yield all places at once; PostgreSQL runs the statement for every row of the lists."""
        listed = list({place.name: place for place in self._parameters if place.name in each}.values())
        if not self._lateral_sql:
            inside = iter(self._parameters)
            part = PLACE.sub(lambda _: _of_parent(next(inside), each), self.sql)
            lists = ", ".join(f"%s::{place.type}[]" for place in listed)
            columns = ", ".join([*(place.name for place in listed), "place"])
            self._lateral_sql = (
                f"SELECT (parent.place - 1)::int, part.* FROM unnest({lists}) WITH ORDINALITY AS parent({columns})"
                f" CROSS JOIN LATERAL ({part}) AS part"
            )
        values = [place.adapted_list(each[place.name], self._vendor) for place in listed]
        values += self._values([place for place in self._parameters if place.name not in each], given)
        found = run(self._lateral_sql, values)
        yield found if self._is_one else _in_order(found, after=1), 0

    def _in_union(
        self, given: Mapping[str, Any], each: Mapping[str, Sequence[Any]], number: int
    ) -> Iterator[tuple[list[Any], int]]:
        """Yield the places of one UNION ALL after the other; SQLite knows no lateral joins."""
        for start in range(0, number, PLACES_AT_ONCE):
            places = range(start, min(start + PLACES_AT_ONCE, number))
            sql = " UNION ALL ".join(
                f"SELECT {place - start}, place_{place}.* FROM ({self.sql}) AS place_{place}"
                for place in places
            )
            values: list[Any] = []
            for place in places:
                here = {**given, **{name: listed[place] for name, listed in each.items()}}
                values += self._values(self._parameters, here)
            found = run(sql, values)
            yield found if self._is_one else _in_order(found, after=1), start


def _numbered(parts: Sequence[Part]) -> Iterator[str]:
    """Yield the SQL of each part, its rows led by the number of the part."""
    for number, part in enumerate(parts):
        yield f"SELECT {number} AS part, part_{number}.* FROM ({part.sql}) AS part_{number}"


def _in_order(found: Iterable[Sequence[Any]], after: int = 0) -> list[Sequence[Any]]:
    """Return rows in the order of their parts, whose number is dropped; `after` so many other columns."""
    ordered = sorted(found, key=lambda row: tuple(row[: after + 1]))
    return [(*row[:after], *row[after + 1 :]) for row in ordered]


def _of_parent(place: Given, each: Mapping[str, Any]) -> str:
    return f"parent.{place.name}" if place.name in each else "%s"


def as_literals(sql: str, parameters: Sequence[Any]) -> tuple[str, list[Any]]:
    """Return a statement with its constants written into it, and the places that are left.

    PostgreSQL can then match a partial index, and need not guess the types of what it is told. SQLite's driver
    has no way of writing literals, and no need of them.
    """
    if vendor() != "postgresql":
        return sql, list(parameters)
    connection.ensure_connection()
    values = iter(parameters)
    places: list[Any] = []

    def written(_: re.Match[str]) -> str:
        value = next(values)
        if isinstance(value, Given):
            places.append(value)
            return "%s"
        return Literal(value).as_string(connection.connection).replace("%", "%%")

    return PLACE.sub(written, sql), places
