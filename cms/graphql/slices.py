"""The first rows, or the number of rows, of several query sets in one statement.

“The latest four of each of twelve sections” is twelve short walks along an index. A window function would read
every row of all sections instead; SQLite has no lateral join, and Django refuses a union of limited query sets
there. So the statements that Django writes are joined here, and only here, with UNION ALL.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

from cms.graphql.loading import load
from cms.graphql.resolvers import Row


def load_slices(querysets: Sequence[QuerySet], columns: Iterable[str]) -> list[list[Row]]:
    """Return the rows of each ordered and limited query set, in its order, with these columns and `id`."""
    wanted = sorted({"id", *columns})
    if len(querysets) < 2:
        return [load(queryset, wanted) for queryset in querysets]
    compilers = [queryset.values(*wanted).query.get_compiler(using=queryset.db) for queryset in querysets]
    select = "SELECT {number}, ROW_NUMBER() OVER (), part_{number}.* FROM ({sql}) AS part_{number}"
    found = sorted(_union(compilers, select), key=lambda row: row[:2])
    slices: list[list[Row]] = [[] for _ in querysets]
    for (number, _, *_), row in zip(found, _as_rows(compilers[0], found), strict=True):
        slices[number].append(row)
    return slices


def count_each(querysets: Sequence[QuerySet]) -> list[int]:
    """Return the number of rows of each query set."""
    if len(querysets) < 2:
        return [queryset.count() for queryset in querysets]
    compilers = [queryset.order_by().values("pk").query.get_compiler(using=queryset.db) for queryset in querysets]
    counts = dict(_union(compilers, "SELECT {number}, COUNT(*) FROM ({sql}) AS part_{number}"))
    return [counts[number] for number in range(len(querysets))]


def _union(compilers: Sequence[SQLCompiler], select: str) -> list[tuple[Any, ...]]:
    """Run `select` around each compiler's statement, all in one."""
    parts, parameters = [], []
    for number, compiler in enumerate(compilers):
        sql, values = compiler.as_sql()
        parts.append(select.format(number=number, sql=sql))
        parameters += values
    with connections[compilers[0].using].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), parameters)
        return cursor.fetchall()


def _as_rows(compiler: SQLCompiler, found: Iterable[tuple[Any, ...]]) -> Iterable[Row]:
    """Give values their Python types and names; all parts select the same columns as the first."""
    converters = compiler.get_converters([column for column, *_ in compiler.select])
    values = ([*row[2:]] for row in found)
    names = list(compiler.query.selected or ())
    for row in compiler.apply_converters(values, converters) if converters else values:
        yield dict(zip(names, row, strict=True))
