"""Completions while a reader types: sections, tags, contributors and headlines that hold what was typed.

The last word typed may be the beginning of one, those before it are whole. First comes what begins with the typed
letters; of headlines, the latest.
"""

from collections.abc import Callable, Iterable
from typing import Any

from cms.answers.recording import part
from cms.graphql.context import RequestContext
from cms.graphql.loading import rows_by_key, visible_pages, visible_records
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
RECORD = ("name", "slug")

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
        with part():  # the keys of one kind do not speak for what another is made of
            rows = shown(names, context) if names else {}
        for key, folded in names.items():
            if key in rows:
                begins = folded.startswith(" ".join(typed))
                found.append((not begins, place, {"kind": kind.name, **rows[key]}))
    return [row for _, _, row in sorted(found, key=lambda each: each[:2])][:first]


def _sections(keys: Iterable[int], context: RequestContext) -> Shown:
    found = rows_by_key(visible_pages, keys, ["title", *PLACE], context.visibility, Section)
    return {
        key: {"label": row["title"], "url": page_url(row, context), "value": _path(row, context)}
        for key, row in found.items()
    }


def _tags(keys: Iterable[int], context: RequestContext) -> Shown:
    found = rows_by_key(visible_tags, keys, RECORD, context.visibility)
    return {key: _record(row, TAG_PATH, context) for key, row in found.items()}


def _contributors(keys: Iterable[int], context: RequestContext) -> Shown:
    found = rows_by_key(visible_records, keys, RECORD, context.visibility, Contributor)
    return {key: _record(row, CONTRIBUTOR_PATH, context) for key, row in found.items()}


def _headlines(keys: Iterable[int], context: RequestContext) -> Shown:
    found = rows_by_key(visible_pages, keys, ["title", *PLACE], context.visibility, Article)
    return {
        key: {"label": row["title"], "url": page_url(row, context), "value": str(key)}
        for key, row in found.items()
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
