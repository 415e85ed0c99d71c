"""Cuts a page out of what matches, and counts the whole of it, in one statement.

Django would work out a score in every place where it is named, and article by article; here the database may read
all postings of a word in one go. So the statements that Django writes are wrapped here, and only here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import Any

from django.db import connection

from cms.running import run, vendor
from search.orders import ORDERS, SearchOrder
from search.ranking import score_sql, weighed, worth_sql
from search.searching import Search

# What is read of an article that matches, and what it is called here: in the order of the first names.
MATCHED = ("display_date", "id", "indexed__day", "indexed__facets", "indexed__length")
COLUMNS = ("display_date", "id", "day", "facets", "length")


@dataclass(frozen=True, slots=True)
class Page:
    """Keys of the hits of one page, one more where there are more; and the whole, where that was asked."""

    keys: list[int]
    scores: list[int]
    total: int | None
    facets: str


def cut_page(search: Search, *, count: bool) -> Page:
    """Return the page that a search asks for; with `count` also how many there are and what they count under."""
    matched, parameters = search.matching(MATCHED)
    if not matched:
        return Page([], [], 0 if count else None, "")
    scored, score_parameters = _scored(search)
    page, page_parameters = _page(search)
    if count:
        whole = f"SELECT 0, COUNT(*), 0, {_joined('facets')} FROM matched"
        page = f"{whole} UNION ALL SELECT * FROM ({page}) AS page"
    sql = f"WITH matched ({', '.join(COLUMNS)}) AS MATERIALIZED ({matched}), {scored} {page}"
    found = sorted(run(sql, [*parameters, *score_parameters, *page_parameters]), key=itemgetter(0))
    total, facets = None, ""
    if count:
        (_, total, _, facets), *found = found
    return Page([row[1] for row in found], [row[2] for row in found], total, facets or "")


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


def _joined(column: str) -> str:
    function = "string_agg" if vendor() == "postgresql" else "group_concat"
    return f"{function}({column}, ' ')"


def facets_without(search: Search, narrowed: str) -> str:
    """Return what everything counts under that matches without the filters of one facet."""
    matched, parameters = search.matching(["indexed__facets"], without=narrowed)
    if not matched:
        return ""
    ((facets,),) = run(f"SELECT {_joined('indexed__facets')} FROM ({matched}) AS matched", parameters)
    return facets or ""
