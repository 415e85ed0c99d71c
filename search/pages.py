"""Cuts a page out of what matches, and counts the whole of it, in one statement.

Django would work out a score in every place where it is named; here it is worked out once for each article. So the
statements that Django writes are wrapped here, and only here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import F, QuerySet, Value

from search.orders import ORDERS, SearchOrder
from search.ranking import score_sql, with_relevance
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
    page, page_parameters = _page(search)
    if count:
        whole = f"SELECT 0, COUNT(*), 0, {_joined()} FROM matched"
        page = f"{whole} UNION ALL SELECT * FROM ({page}) AS page"
    found = sorted(_fetch(f"{matched} {page}", [*parameters, *page_parameters]), key=lambda row: row[0])
    total, facets = None, ""
    if count:
        (_, total, _, facets), *found = found
    return Page([row[1] for row in found], [row[2] for row in found], total, facets or "")


def _matched(search: Search) -> tuple[str, list[Any]]:
    """Return the SQL that names what matches `matched`."""
    articles = search.matching()
    if search.order is ORDERS[SearchOrder.RELEVANCE]:
        articles = with_relevance(articles, search.reading, search.state.rareness)
        # PostgreSQL would otherwise work the relevance out once for each mention of it.
        once = "MATERIALIZED"
    else:
        articles, once = articles.annotate(relevance=Value(0)), ""
    rows = articles.annotate(day=F("indexed__day"), facets=F("indexed__facets")).order_by()
    sql, parameters = _sql(rows.values_list("pk", "display_date", "relevance", "day", "facets"))
    return f"WITH matched (id, display_date, relevance, day, facets) AS {once} ({sql})", parameters


def _page(search: Search) -> tuple[str, list[Any]]:
    """Return the SQL of the rows of a page: place, key, score, and nothing."""
    score, parameters = score_sql(search.state.day)
    columns = search.order.columns
    order = ", ".join(f"{name} {'DESC' if descending else 'ASC'}" for name, descending in columns)
    after = ""
    if search.place is not None:
        after, place = _after(columns, search.place)
        parameters = [*parameters, *place]
    scored = f"SELECT id, display_date, {score} AS score FROM matched"
    return (
        f"SELECT ROW_NUMBER() OVER (ORDER BY {order}) AS place, id, score, NULL AS facets FROM ({scored}) AS scored"
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
