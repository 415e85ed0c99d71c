"""Facets: what everything that matches can be narrowed down by."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from cms.answers.recording import part
from cms.graphql.loading import rows_by_key, visible_pages, visible_records
from cms.graphql.resolvers import Row
from cms.visibility import Visibility
from news.choices import ArticleKind
from news.models import Contributor, Section, Tag
from search.pages import facets_without
from search.searching import Search

# How many of the most frequent values a facet shows.
MOST_VALUES = 50
PREFIXES = {"sections": "s", "tags": "t", "contributors": "c", "kinds": "k", "years": "y"}

Labels = dict[str, tuple[str, str]]
"""The value to filter by and the label to show, by what `IndexedArticle.facets` holds."""


def facet(search: Search, name: str, counted: "Counted") -> list[Row]:
    """Return the values of a facet with their counts, the most frequent first.

    `counted` is what everything that matches counts under. A facet that is filtered by is counted without its own
    filter, so that what was chosen does not hide what else could be; not so tags that are needed all at once.
    """
    if search.filters.narrows(name) and not (name == "tags" and search.request.wanted.all_tags):
        counted = Counted(facets_without(search, name))
    counts = counted.under(PREFIXES[name])
    with part():  # the keys of labels do not speak for what was counted
        labels = LABELS[name](search, counts.keys())
    rows: list[dict[str, Any]] = [
        {"value": labels[key][0], "label": labels[key][1], "count": count}
        for key, count in counts.items()
        if key in labels
    ]
    if name == "years":
        return sorted(rows, key=lambda row: row["value"], reverse=True)[:MOST_VALUES]
    return sorted(rows, key=lambda row: (-row["count"], row["label"].casefold(), row["value"]))[:MOST_VALUES]


class Counted:
    """What articles count under, one after the other as `IndexedArticle.facets` holds it, added up once."""

    def __init__(self, facets: str) -> None:
        self._facets = facets

    @cached_property
    def _by_prefix(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {prefix: {} for prefix in PREFIXES.values()}
        for key, count in Counter(self._facets.split()).items():
            prefix, _, value = key.partition(":")
            found[prefix][value] = count
        return found

    def under(self, prefix: str) -> dict[str, int]:
        """Return the values of one facet with their counts."""
        return self._by_prefix[prefix]


def _sections(search: Search, keys: Iterable[str]) -> Labels:
    columns, context = ("url_path", "locale_id", "title"), search.context
    found = rows_by_key(visible_pages, keys, columns, context.visibility, Section)
    paths = context.paths
    return {
        str(key): (paths.path(row["url_path"], row["locale_id"]), row["title"]) for key, row in found.items()
    }


def _tags(search: Search, keys: Iterable[str]) -> Labels:
    found = rows_by_key(_all_tags, keys, ("slug", "name"), search.context.visibility)
    return {str(key): (row["slug"], row["name"]) for key, row in found.items()}


def _all_tags(policy: Visibility) -> QuerySet[Tag]:
    return Tag.objects.all()  # those counted are carried by visible articles


def _contributors(search: Search, keys: Iterable[str]) -> Labels:
    found = rows_by_key(visible_records, keys, ("slug", "name"), search.context.visibility, Contributor)
    return {str(key): (row["slug"], row["name"]) for key, row in found.items()}


def _kinds(search: Search, keys: Iterable[str]) -> Labels:
    return {kind.value: (kind.name, str(kind.label)) for kind in ArticleKind if kind.value in keys}


def _years(search: Search, keys: Iterable[str]) -> Labels:
    return {year: (year, year) for year in keys}


LABELS: dict[str, Callable[[Search, Iterable[str]], Labels]] = {
    "sections": _sections,
    "tags": _tags,
    "contributors": _contributors,
    "kinds": _kinds,
    "years": _years,
}
