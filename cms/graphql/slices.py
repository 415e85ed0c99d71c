"""The first rows, or the number of rows, of several query sets in one statement.

“The latest four of each of twelve sections” is twelve short walks along an index. A window function would
read every row of all sections instead; SQLite has no lateral join, and Django refuses a union of limited
query sets there. So the statements that Django writes are joined here, and only here, with UNION ALL.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

from cms.graphql.loading import load, shown
from cms.graphql.resolvers import Row


def load_slices(querysets: Sequence[QuerySet], columns: Iterable[str]) -> list[list[Row]]:
    """Return the rows of each ordered and limited query set, in its order, with these columns and `id`."""
    wanted = sorted({"id", *columns})
    if len(querysets) < 2:
        return [load(queryset, wanted) for queryset in querysets]
    statements = _compiled(queryset.values(*wanted) for queryset in querysets)
    select = "SELECT {number}, ROW_NUMBER() OVER (), part_{number}.* FROM ({sql}) AS part_{number}"
    found = sorted(_union(statements, select), key=lambda row: row[:2])
    slices: list[list[Row]] = [[] for _ in querysets]
    for (number, _, *_), row in zip(found, _as_rows(statements, found), strict=True):
        slices[number].append(row)
    shown(querysets[0].model, [row for rows in slices for row in rows])
    return slices


def count_each(querysets: Sequence[QuerySet]) -> list[int]:
    """Return the number of rows of each query set."""
    if len(querysets) < 2:
        return [queryset.count() for queryset in querysets]
    statements = _compiled(queryset.order_by().values("pk") for queryset in querysets)
    counts = dict(_union(statements, "SELECT {number}, COUNT(*) FROM ({sql}) AS part_{number}"))
    return [counts.get(number, 0) for number in range(len(querysets))]


class Statement(NamedTuple):
    """A query set's SQL and its place among the others."""

    number: int
    compiler: SQLCompiler
    sql: str
    parameters: tuple[Any, ...]


def _compiled(querysets: Iterable[QuerySet]) -> list[Statement]:
    """Return the statements of the query sets, without those that Django knows to be empty."""
    statements = []
    for number, queryset in enumerate(querysets):
        compiler = queryset.query.get_compiler(using=queryset.db)
        try:
            statements.append(Statement(number, compiler, *compiler.as_sql()))
        except EmptyResultSet:
            continue
    return statements


def _union(statements: Sequence[Statement], select: str) -> list[tuple[Any, ...]]:
    """Run `select` around each statement, all in one."""
    if not statements:
        return []
    sql = " UNION ALL ".join(select.format(number=each.number, sql=each.sql) for each in statements)
    with connections[statements[0].compiler.using or DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(sql, [value for each in statements for value in each.parameters])
        return cursor.fetchall()


def _as_rows(statements: Sequence[Statement], found: Iterable[tuple[Any, ...]]) -> Iterable[Row]:
    """Give values their Python types and names; all statements select the same columns as the first."""
    if not statements:
        return
    compiler = statements[0].compiler
    converters = compiler.get_converters([column for column, *_ in compiler.select])
    values = ([*row[2:]] for row in found)
    names = list(compiler.query.selected or ())
    for row in compiler.apply_converters(values, converters) if converters else values:
        yield dict(zip(names, row, strict=True))
