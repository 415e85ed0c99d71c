"""Cuts a page out of what matches, and counts the whole of it, in one statement.

Django would work out a score in every place where it is named, and article by article; here the database may read
all postings of a word in one go. So the statements that Django writes are wrapped here, and only here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import F, QuerySet

from search.orders import ORDERS, SearchOrder
from search.ranking import score_sql, weighed, worth_sql
from search.searching import Search


@dataclass(frozen=True, slots=True)
class Page:
    """Keys of the hits of one page, one more where there are more; and the whole, where that was asked."""

    keys: list[int]
    scores: list[int]
    total: int | None
    facets: str


def cut_page(search: Search, *, count: bool) -> Page:
    """Return the page that a search asks for; with `count` also how many there are and what they count under."""
    matched, parameters = _matched(search)
    scored, score_parameters = _scored(search)
    page, page_parameters = _page(search)
    if count:
        whole = f"SELECT 0, COUNT(*), 0, {_joined()} FROM matched"
        page = f"{whole} UNION ALL SELECT * FROM ({page}) AS page"
    sql = f"WITH {matched}, {scored} {page}"
    found = sorted(_fetch(sql, [*parameters, *score_parameters, *page_parameters]), key=lambda row: row[0])
    total, facets = None, ""
    if count:
        (_, total, _, facets), *found = found
    return Page([row[1] for row in found], [row[2] for row in found], total, facets or "")


def _matched(search: Search) -> tuple[str, list[Any]]:
    """Return the SQL that names what matches `matched`."""
    columns = {name: F(f"indexed__{name}") for name in ("day", "length", "facets")}
    rows = search.matching().annotate(**columns).order_by()
    sql, parameters = _sql(rows.values_list("pk", "display_date", *columns))
    return f"matched (id, display_date, day, length, facets) AS MATERIALIZED ({sql})", parameters


def _scored(search: Search) -> tuple[str, list[Any]]:
    """Return the SQL that names it `scored` with what the words of the query count in it."""
    weights = weighed(search.reading, search.state) if search.order is ORDERS[SearchOrder.RELEVANCE] else {}
    if not weights:
        return "scored AS (SELECT id, display_date, day, 0 AS relevance FROM matched)", []
    worth, parameters = worth_sql(weights, search.state)
    words = ", ".join(["%s"] * len(weights))
    return (
        f"scored AS (SELECT id, display_date, day, COALESCE(SUM({worth}), 0) AS relevance FROM matched"
        f" LEFT JOIN search_posting AS held ON held.article_id = id AND held.word IN ({words})"
        " GROUP BY id, display_date, day)"
    ), [*parameters, *weights]


def _page(search: Search) -> tuple[str, list[Any]]:
    """Return the SQL of the rows of a page: place, key, score, and nothing."""
    score, parameters = score_sql(search.state.day, search.state.promoted)
    columns = search.order.columns
    order = ", ".join(f"{name} {'DESC' if descending else 'ASC'}" for name, descending in columns)
    after = ""
    if search.place is not None:
        after, place = _after(columns, search.place)
        parameters = [*parameters, *place]
    ranked = f"SELECT id, display_date, {score} AS score FROM scored"
    return (
        f"SELECT ROW_NUMBER() OVER (ORDER BY {order}) AS place, id, score, NULL AS facets FROM ({ranked}) AS ranked"
        f" {after} ORDER BY {order} LIMIT %s"
    ), [*parameters, search.request.first + 1]


def _after(columns: Sequence[tuple[str, bool]], place: Sequence[Any]) -> tuple[str, list[Any]]:
    """Return the condition for rows after a place, spelt out: orders that rise and fall compare as no row does."""
    steps: list[str] = []
    parameters: list[Any] = []
    values = [
        connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
        for value in place
    ]
    for position, (name, descending) in enumerate(columns):
        same = [f"{earlier} = %s" for earlier, _ in columns[:position]]
        steps.append(" AND ".join([*same, f"{name} {'<' if descending else '>'} %s"]))
        parameters += values[: position + 1]
    return f"WHERE ({' OR '.join(f'({step})' for step in steps)})", parameters


def _sql(rows: QuerySet) -> tuple[str, list[Any]]:
    """Return the statement that Django writes for a query set; one that cannot hold anything, too."""
    sql, parameters = rows.query.get_compiler(using=rows.db, elide_empty=False).as_sql()
    return sql, list(parameters)


def _joined() -> str:
    return "string_agg(facets, ' ')" if connection.vendor == "postgresql" else "group_concat(facets, ' ')"


def _fetch(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def facets_without(search: Search, narrowed: str) -> str:
    """Return what everything counts under that matches without the filters of one facet."""
    rows = search.matching(without=narrowed).annotate(facets=F("indexed__facets")).order_by().values("facets")
    matched, parameters = _sql(rows)
    ((facets,),) = _fetch(f"SELECT {_joined()} FROM ({matched}) AS matched", parameters)
    return facets or ""
