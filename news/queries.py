"""Which articles, banners and tags: plain arguments in, query sets of visible things out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import BigIntegerField, DateTimeField, Exists, F, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Coalesce

from cms.given import Among, Given
from cms.graphql.errors import UserError
from cms.graphql.pagination import Order
from cms.visibility import Visibility
from news.models import (
    Article,
    ArticleTag,
    Byline,
    Contributor,
    Correction,
    Filing,
    FlashBanner,
    Source,
    SourceCredit,
    Tag,
)

MAXIMUM_CHOICES = 50

DATE, KEY, TITLE = DateTimeField(), BigIntegerField(), TextField()
ARTICLE_ORDERS = {
    "newest": Order("newest", (("dated", True), ("id", True)), (DATE, KEY)),
    "oldest": Order("oldest", (("dated", False), ("id", False)), (DATE, KEY)),
    "recently_updated": Order("updated", (("changed_at", True), ("id", True)), (DATE, KEY)),
    "title": Order("title", (("title", False), ("id", False)), (TITLE, KEY)),
}
PLACES = {
    "sections": Given("sections", BigIntegerField(), many=True),
    "tags": Given("tags", TextField(), many=True),
    "contributors": Given("contributors", TextField(), many=True),
    "sources": Given("sources", TextField(), many=True),
    "kinds": Given("kinds", TextField(), many=True),
    "published_from": Given("published_from", DateTimeField()),
    "published_before": Given("published_before", DateTimeField()),
    "locale": Given("locale", TextField()),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter:
    """Conditions on articles; all that are given hold. Sections are keys, the rest slugs and values.

    `left_open` puts `Given` in their place.
    """

    sections: Collection[int] | None = None
    tags: Sequence[str] | None = None
    all_tags: bool = False
    contributors: Sequence[str] | None = None
    sources: Sequence[str] | None = None
    kinds: Sequence[str] | None = None
    published_from: datetime | None = None
    published_before: datetime | None = None
    locale: str | None = None
    has_corrections: bool | None = None


def visible_articles(policy: Visibility) -> QuerySet[Article]:
    """Return the articles a reader may see, with what they are ordered by.

    `dated` is the display date, `changed_at` the moment of their last change in substance.
    """
    changed_at = Coalesce("updated_at", "display_date")
    return policy.pages(Article).annotate(dated=F("display_date"), changed_at=changed_at)


def in_section(articles: QuerySet[Article], section: int | Given) -> QuerySet[Article]:
    """Return those of the articles that appear in a section, dated by its filings: one range of one index."""
    return articles.filter(filings__section=section).annotate(dated=F("filings__display_date"))


def matching(articles: QuerySet[Article], wanted: ArticleFilter, policy: Visibility) -> QuerySet[Article]:
    """Narrow articles down. An unknown slug gives no articles rather than an error: a retired topic's page
    should come up empty, not break.
    """
    return articles.filter(article_condition(wanted, policy))


def article_condition(wanted: ArticleFilter, policy: Visibility) -> Q:
    """Return the condition on `Article` that a filter stands for."""
    condition = Q()
    if wanted.sections is not None:
        condition &= in_sections(wanted.sections)
    if wanted.tags is not None:
        condition &= tagged(wanted.tags, all_of_them=wanted.all_tags)
    if wanted.contributors is not None:
        contributors = policy.records(Contributor).filter(slug__in=wanted.contributors)
        condition &= Q(Exists(Byline.objects.filter(article=OuterRef("pk"), contributor__in=contributors)))
    if wanted.sources is not None:
        sources = policy.records(Source).filter(slug__in=wanted.sources)
        condition &= Q(Exists(SourceCredit.objects.filter(article=OuterRef("pk"), source__in=sources)))
    if wanted.has_corrections is not None:
        corrected = Q(Exists(Correction.objects.filter(article=OuterRef("pk"))))
        condition &= corrected if wanted.has_corrections else ~corrected
    return condition & _plain_condition(wanted)


def _plain_condition(wanted: ArticleFilter) -> Q:
    """Return the part of a filter that an article's own columns answer."""
    columns: dict[str, Any] = {
        "kind__in": wanted.kinds,
        "display_date__gte": wanted.published_from,
        "display_date__lt": wanted.published_before,
        "locale__language_code": wanted.locale,
    }
    return Q(**{column: value for column, value in columns.items() if value is not None})


def left_open(wanted: ArticleFilter) -> tuple[ArticleFilter, dict[str, Any]]:
    """Return a filter with places for its values, so that its SQL may be kept, and the values."""
    places: dict[str, Any] = {}
    given: dict[str, Any] = {}
    for name, place in PLACES.items():
        value = getattr(wanted, name)
        if value is not None:
            places[name], given[name] = place, value
    if "tags" in given and wanted.all_tags:
        # Each has a condition of its own.
        slugs = {f"tag_{number}": slug for number, slug in enumerate(dict.fromkeys(given["tags"]))}
        places["tags"] = tuple(Given(name, TextField()) for name in slugs)
        given |= slugs
    return replace(wanted, **places), given


def hidden_filings(policy: Visibility, section: int | Given) -> QuerySet:
    """Return the filings in a section of what its dates hide."""
    first, *others = (articles.values("pk") for articles in policy.hidden_by_dates(Article))
    return Filing.objects.filter(Among(F("article"), first.union(*others)), section=section)


def in_sections(sections: Collection[int]) -> Q:
    """Return the condition for articles that appear in any of these sections or below them."""
    return Q(Exists(Filing.objects.filter(article=OuterRef("pk"), section__in=sections)))


def tagged(slugs: Sequence[str], *, all_of_them: bool = False) -> Q:
    """Return the condition for articles that carry any or all of these tags."""
    carried = ArticleTag.objects.filter(content_object=OuterRef("pk"))
    if not all_of_them:
        return Q(Exists(carried.filter(tag__slug__in=slugs)))
    condition = Q()
    for slug in dict.fromkeys(slugs):
        condition &= Q(Exists(carried.filter(tag__slug=slug)))
    return condition


def visible_tags(policy: Visibility) -> QuerySet[Tag]:
    """Return the tags that a visible article carries; no others exist for a reader."""
    visible = policy.pages(Article).filter(pk=OuterRef("content_object"))
    carried = ArticleTag.objects.filter(tag=OuterRef("pk")).filter(Exists(visible))
    return Tag.objects.filter(Exists(carried))


def banners_on_air(
    policy: Visibility, *, locale_id: int | Given, sections: Collection[int] | Given
) -> QuerySet[FlashBanner]:
    """Return the banners of a language that show now, in the editors' order.

    `sections` are the keys of the section a reader is in and of those above it; a banner that targets
    sections shows in them only.
    """
    return policy.pages(FlashBanner).filter(_aimed(locale_id, sections)).order_by("path")


def coming_banners(
    policy: Visibility, *, locale_id: int | Given, sections: Collection[int] | Given
) -> QuerySet[FlashBanner]:
    """Return the banners, aimed likewise, that are on air or will be."""
    return policy.pages_whenever(FlashBanner).filter(_aimed(locale_id, sections), ends_at__gt=policy.now)


def next_banner_change(coming: Iterable[dict[str, Any]], now: datetime) -> datetime | None:
    """Return the next moment at which the clock alone puts one of these banners on air or takes one off."""
    moments = [
        moment
        for banner in coming
        if banner["expire_at"] is None or banner["expire_at"] > max(now, banner["starts_at"])
        for moment in (banner["starts_at"], min(banner["ends_at"], banner["expire_at"] or banner["ends_at"]))
        if moment > now
    ]
    return min(moments, default=None)


def _aimed(locale_id: int | Given, sections: Collection[int] | Given) -> Q:
    targets = FlashBanner.sections.through.objects.filter(flashbanner_id=OuterRef("pk"))
    return Q(locale_id=locale_id) & (~Exists(targets) | Exists(targets.filter(section_id__in=sections)))


def bounded_choices(name: str, values: Sequence[Any] | None) -> Sequence[Any] | None:
    """Return a filter's list; refuse one that is too long to be meant."""
    if values is not None and len(values) > MAXIMUM_CHOICES:
        raise UserError(
            f"“{name}” holds {len(values)} values; send at most {MAXIMUM_CHOICES}.", code="LIMIT_EXCEEDED"
        )
    return values
