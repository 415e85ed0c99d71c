"""Completions while a reader types: sections, tags, contributors and headlines that hold what was typed.

The last word typed may be the beginning of one, those before it are whole. First comes what begins with the typed
letters; of headlines, the latest.
"""

from collections.abc import Callable, Iterable
from typing import Any

from cms.graphql.context import RequestContext
from cms.graphql.pages import PLACE, page_url
from cms.graphql.resolvers import Row
from news.addresses import CONTRIBUTOR_PATH, TAG_PATH
from news.models import Article, Contributor, Section
from news.queries import visible_tags
from search.folding import folded_words
from search.models import NameKind
from search.names import names_holding

LONGEST_PREFIX = 100
MOST_WORDS = 8
# Of the names, so many times as many are looked at as are shown: some are hidden.
NAMES_FOR_ONE = 6

Shown = dict[int, Row]


def suggest(prefix: str, first: int, context: RequestContext) -> list[Row]:
    """Return at most `first` suggestions, the best first."""
    typed = folded_words(prefix[:LONGEST_PREFIX])[:MOST_WORDS]
    if not typed or not first:
        return []
    found: list[tuple[bool, int, Row]] = []
    named = names_holding(typed, list(SUGGESTED), most=first * NAMES_FOR_ONE)
    for place, (kind, shown) in enumerate(SUGGESTED.items()):
        names = named[kind]
        rows = shown(names, context) if names else {}
        for key, folded in names.items():
            if key in rows:
                begins = folded.startswith(" ".join(typed))
                found.append((not begins, place, {"kind": kind.name, **rows[key]}))
    return [row for _, _, row in sorted(found, key=lambda each: each[:2])][:first]


def _sections(keys: Iterable[int], context: RequestContext) -> Shown:
    visible = context.visibility.pages(Section).filter(pk__in=keys)
    return {
        row["id"]: {"label": row["title"], "url": page_url(row, context), "value": _path(row, context)}
        for row in visible.values("id", "title", *PLACE)
    }


def _tags(keys: Iterable[int], context: RequestContext) -> Shown:
    rows = visible_tags(context.visibility).filter(pk__in=keys).values("id", "name", "slug")
    return {row["id"]: _record(row, TAG_PATH, context) for row in rows}


def _contributors(keys: Iterable[int], context: RequestContext) -> Shown:
    rows = context.visibility.records(Contributor).filter(pk__in=keys).values("id", "name", "slug")
    return {row["id"]: _record(row, CONTRIBUTOR_PATH, context) for row in rows}


def _headlines(keys: Iterable[int], context: RequestContext) -> Shown:
    visible = context.visibility.pages(Article).filter(pk__in=keys)
    return {
        row["id"]: {"label": row["title"], "url": page_url(row, context), "value": str(row["id"])}
        for row in visible.values("id", "title", *PLACE)
    }


def _record(row: Row, path: str, context: RequestContext) -> Row:
    return {"label": row["name"], "url": context.paths.url(path.format(row["slug"])), "value": row["slug"]}


def _path(row: Row, context: RequestContext) -> str:
    return context.paths.path(row["url_path"], row["locale_id"])


SUGGESTED: dict[Any, Callable[[Iterable[int], RequestContext], Shown]] = {
    NameKind.SECTION: _sections,
    NameKind.TAG: _tags,
    NameKind.CONTRIBUTOR: _contributors,
    NameKind.ARTICLE: _headlines,
}
