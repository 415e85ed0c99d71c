"""The filters around the words: those of `ArticleWhere` and those that a reader wrote into the query.

Filters are kept by what they narrow down (sections, tags, …), so that a facet can be counted without its own.
"""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import datetime, time
from typing import Any

from django.db.models import Count, Q

from cms.visibility import Visibility
from news.models import Contributor, Section, Source, Tag
from news.queries import ArticleFilter, article_condition
from search.folding import folded_words
from search.language import DateBound, ParsedQuery, Shorthand
from search.models import Name, NameKind
from search.names import folded_name
from search.site_clock import site_time_zone

MOST_SHORTHANDS = 8
OTHER = "other"
# What each field of `ArticleFilter` narrows down.
NARROWS = {
    "sections": "sections",
    "tags": "tags",
    "all_tags": "tags",
    "contributors": "contributors",
    "kinds": "kinds",
    "published_from": "years",
    "published_before": "years",
}
SHORTHANDS: dict[str, tuple[NameKind, type[Any], str]] = {
    "tag": (NameKind.TAG, Tag, "tags"),
    "by": (NameKind.CONTRIBUTOR, Contributor, "contributors"),
    "section": (NameKind.SECTION, Section, "sections"),
    "source": (NameKind.SOURCE, Source, "sources"),
}
# These may be given in part: by:noor finds all that Bilal Noor wrote.
NAMED_IN_PART = {"by", "source"}


class Filters:
    """All filters of a search, by what they narrow down."""

    def __init__(self, wanted: ArticleFilter, query: ParsedQuery, policy: Visibility) -> None:
        self._conditions: dict[str, Q] = {}
        for narrowed in dict.fromkeys((*NARROWS.values(), OTHER)):
            part = _only(wanted, narrowed)
            if replace(part, all_tags=False) != ArticleFilter():
                self._add(narrowed, article_condition(part, policy))
        for shorthand in query.shorthands[:MOST_SHORTHANDS]:
            self._add(*_shorthand(shorthand, policy))
        if query.dates:
            self._add("years", article_condition(_dates(query.dates), policy))

    def _add(self, narrowed: str, condition: Q) -> None:
        self._conditions[narrowed] = self._conditions.get(narrowed, Q()) & condition

    def narrows(self, narrowed: str) -> bool:
        """Return whether any filter narrows this down."""
        return narrowed in self._conditions

    def condition(self, *, without: str = "") -> Q:
        """Return the condition of all filters, or of all that do not narrow `without` down."""
        condition = Q()
        for narrowed, part in self._conditions.items():
            if narrowed != without:
                condition &= part
        return condition


def _only(wanted: ArticleFilter, narrowed: str) -> ArticleFilter:
    """Return the part of a filter that narrows one thing down."""
    chosen = {
        field.name: getattr(wanted, field.name)
        for field in fields(ArticleFilter)
        if NARROWS.get(field.name, OTHER) == narrowed
    }
    return ArticleFilter(**chosen)


def _shorthand(shorthand: Shorthand, policy: Visibility) -> tuple[str, Q]:
    kind, model, column = SHORTHANDS[shorthand.name]
    keys = _keys_named(kind, shorthand)
    if model is Section:
        found: list[Any] = list(policy.pages(Section).filter(pk__in=keys).values_list("pk", flat=True))
    else:
        named = Q(pk__in=keys) | Q(slug=shorthand.value.casefold())
        found = list(policy.records(model).filter(named).values_list("slug", flat=True))
    chosen: dict[str, Any] = {column: found}
    condition = article_condition(replace(ArticleFilter(), **chosen), policy)
    return NARROWS.get(column, OTHER), ~condition if shorthand.excluded else condition


def _keys_named(kind: NameKind, shorthand: Shorthand) -> list[int]:
    named = Name.objects.filter(kind=kind)
    exact = list(named.filter(folded=folded_name(shorthand.value)).values_list("target_id", flat=True))
    if exact or shorthand.name not in NAMED_IN_PART:
        return exact
    wanted = set(folded_words(shorthand.value))
    holding = named.filter(words__word__in=wanted).annotate(held=Count("words")).filter(held=len(wanted))
    return list(holding.values_list("target_id", flat=True))


def _dates(bounds: Iterable[DateBound]) -> ArticleFilter:
    """Return the dates in a query as moments in the newsroom's time zone; of several, the narrowest."""
    zone = site_time_zone()
    before: list[datetime] = []
    after: list[datetime] = []
    for bound in bounds:
        (before if bound.before else after).append(datetime.combine(bound.date, time(), zone))
    return ArticleFilter(
        published_from=max(after) if after else None, published_before=min(before) if before else None
    )
