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
from news.queries import ArticleFilter, article_condition, left_open
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
NOTHING_WANTED = {field.name: getattr(ArticleFilter(), field.name) for field in fields(ArticleFilter)}
SHORTHANDS: dict[str, tuple[NameKind, type[Any], str]] = {
    "tag": (NameKind.TAG, Tag, "tags"),
    "by": (NameKind.CONTRIBUTOR, Contributor, "contributors"),
    "section": (NameKind.SECTION, Section, "sections"),
    "source": (NameKind.SOURCE, Source, "sources"),
}
# These may be given in part: by:noor finds all that Bilal Noor wrote.
NAMED_IN_PART = {"by", "source"}


Part = tuple[str, ArticleFilter, bool]
"""What a filter narrows down, the filter, and whether it excludes."""


class Filters:
    """All filters of a search, by what they narrow down.

    What a client gives in `where` is left open, with its values in `given`; what stands in the query is spelt out.
    """

    def __init__(self, wanted: ArticleFilter, query: ParsedQuery, policy: Visibility) -> None:
        opened, self.given = left_open(wanted)
        self._parts: list[Part] = [(narrowed, part, False) for narrowed, part in _by_what_they_narrow(opened)]
        self._parts += [_shorthand(shorthand, policy) for shorthand in query.shorthands[:MOST_SHORTHANDS]]
        if query.dates:
            self._parts.append(("years", _dates(query.dates), False))

    def narrows(self, narrowed: str) -> bool:
        """Return whether any filter narrows this down."""
        return any(part[0] == narrowed for part in self._parts)

    def parts(self, *, without: str = "") -> tuple[Part, ...]:
        """Return all filters, or all that do not narrow `without` down; `filtered` takes them."""
        return tuple(part for part in self._parts if part[0] != without)


def filtered(parts: Iterable[Part], policy: Visibility) -> Q:
    """Return the condition that articles pass filters."""
    condition = Q()
    for _, part, excludes in parts:
        passed = article_condition(part, policy)
        condition &= ~passed if excludes else passed
    return condition


def _by_what_they_narrow(wanted: ArticleFilter) -> Iterable[tuple[str, ArticleFilter]]:
    """Return the parts of a filter that narrow something down; `all_tags` only says how others do."""
    chosen: dict[str, dict[str, Any]] = {}
    for name, nothing in NOTHING_WANTED.items():
        value = getattr(wanted, name)
        if value != nothing:
            chosen.setdefault(NARROWS.get(name, OTHER), {})[name] = value
    return [
        (narrowed, ArticleFilter(**part)) for narrowed, part in chosen.items() if set(part) != {"all_tags"}
    ]


def _shorthand(shorthand: Shorthand, policy: Visibility) -> Part:
    kind, model, column = SHORTHANDS[shorthand.name]
    keys = _keys_named(kind, shorthand)
    if model is Section:
        found = policy.pages(Section).filter(pk__in=keys).values_list("pk", flat=True)
    else:
        named = Q(pk__in=keys) | Q(slug=shorthand.value.casefold())
        found = policy.records(model).filter(named).values_list("slug", flat=True)
    chosen: dict[str, Any] = {column: tuple(sorted(found))}
    return NARROWS.get(column, OTHER), replace(ArticleFilter(), **chosen), shorthand.excluded


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
