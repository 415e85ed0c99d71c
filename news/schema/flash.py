"""The root field `flash` and the fields of `FlashBanner`."""

from collections.abc import Sequence

from django.db.models import BigIntegerField, QuerySet

from cms.addresses import public_address
from cms.answers.recording import asks
from cms.given import Given
from cms.graphql.pages import PLACE, page_url
from cms.graphql.plan import Selection
from cms.graphql.preview import page_behind, preview_row, refusal
from cms.graphql.resolvers import Row, resolves
from cms.graphql.site import locale_of
from cms.graphql.statements import rows
from cms.visibility import Visibility
from news.answers import pages_of
from news.choices import Severity
from news.models import FlashBanner
from news.queries import banners_on_air, coming_banners, next_banner_change
from news.schema.article_lists import articles_by_id, page_key
from news.schema.section_rows import visible_sections

WINDOW = ("starts_at", "ends_at", "expire_at")
AIM = {
    "locale_id": Given("locale_id", BigIntegerField()),
    "sections": Given("sections", BigIntegerField(), many=True),
}
SEVERITIES = {severity.value: rank for rank, severity in enumerate(Severity)}


@resolves("Query.flash")
def flash(
    roots: Sequence[Row], selection: Selection, *, section: str | None = None, locale: str | None = None
) -> list[Row]:
    """Return what is on air, and when that changes."""
    policy = selection.context.visibility
    asks(pages_of(FlashBanner, locale_of(selection, locale).pk))
    aim = {"locale_id": locale_of(selection, locale).pk, "sections": _with_those_above(section, selection)}
    banners = rows(_on_air, {*selection.columns("FlashBanner", "banners"), "severity"}, policy, **aim)
    wanted = selection.wants("next_change_at")
    coming = rows(_coming, WINDOW, policy, **aim) if wanted else []
    answer = {
        "banners": sorted(banners, key=lambda banner: SEVERITIES[banner["severity"]]),
        "next_change_at": next_banner_change(coming, policy.now),
    }
    return [answer for _ in roots]


def _on_air(policy: Visibility) -> QuerySet[FlashBanner]:
    return banners_on_air(policy, **AIM)


def _coming(policy: Visibility) -> QuerySet[FlashBanner]:
    return coming_banners(policy, **AIM)


def _with_those_above(section: str | None, selection: Selection) -> list[int]:
    """Return the keys of a visible section and of those above it; none for an unknown one."""
    key = page_key(section) if section else None
    visible = visible_sections(selection.context, ["path"]) if key is not None else {}
    path = visible[key]["path"] if key in visible else ""
    return [pk for pk, row in visible.items() if path.startswith(row["path"])]


@resolves("Query.preview_banner")
def preview_banner(roots: Sequence[Row], selection: Selection, *, token: str) -> list[Row]:
    """Return the banner behind a preview's token."""
    page = page_behind(token, selection)
    if not isinstance(page, FlashBanner):
        raise refusal()
    return [preview_row(page, selection.columns("FlashBanner")) for _ in roots]


@resolves("FlashBanner.items", needs=["items"])
def items(banners: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the headlines of each banner; the link to a hidden article is left out."""
    values = [[raw["value"] for raw in banner["items"].raw_data if raw] for banner in banners]
    ids = [value.get("article") for found in values for value in found if value.get("article")]
    columns = {*selection.columns("Article", "article"), *PLACE}
    articles = articles_by_id(ids, columns, selection)
    return [
        [_item(value, articles.get(value.get("article")), selection) for value in found if value.get("text")]
        for found in values
    ]


def _item(value: Row, article: Row | None, selection: Selection) -> Row:
    return {
        "kicker": value.get("kicker") or "",
        "text": value["text"],
        "article": article,
        "url": page_url(article, selection.context) if article else public_address(value.get("url")) or None,
    }
