"""Why readers do not see a page, in an editor's words. What decides is `cms.visibility`; this explains it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page, PageViewRestriction

from news.admin.states import BannerState, banner_state, is_embargoed
from news.models import FlashBanner

PRIVATE = {
    PageViewRestriction.PASSWORD: "needs a password",
    PageViewRestriction.LOGIN: "is for people who are signed in",
    PageViewRestriction.GROUPS: "is for some groups only",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that hides a page. `page_id` is the page at which an editor can change that, if not this one."""

    text: str
    page_id: int | None = None


def why_hidden(page: Page, now: datetime) -> list[Reason]:
    """Return everything that hides a stored page at a moment: its own state first, then what lies above it."""
    return [*_of_itself(page, now), *_of_its_source(page, now), *_of_its_place(page, now)]


def scheduled_at(page: Page) -> datetime | None:
    """Return when a version of the page goes live by itself."""
    waiting = page.revisions.filter(approved_go_live_at__isnull=False).order_by("approved_go_live_at")
    return waiting.values_list("approved_go_live_at", flat=True).first()


def in_words(moment: datetime) -> str:
    """Return a moment as editors read it, by the newsroom's clock."""
    return date_format(timezone.localtime(moment), "j F Y, H:i")


def _of_itself(page: Page, now: datetime) -> Iterator[Reason]:
    if not page.live:
        yield Reason(_why_not_live(page))
    elif page.expire_at and page.expire_at <= now:
        yield Reason(f"It expired on {in_words(page.expire_at)}.")
    if is_embargoed(page, now):
        yield Reason(f"It is under embargo until {in_words(page.embargo_until)}.")
    if isinstance(page, FlashBanner) and page.live:
        yield from _of_its_air(page, now)


def _why_not_live(page: Page) -> str:
    if moment := scheduled_at(page):
        return f"It is scheduled: it goes live on {in_words(moment)}."
    if page.expired:
        return f"It expired{f' on {in_words(page.expire_at)}' if page.expire_at else ''}."
    if page.first_published_at:
        return "It was taken back: nobody has published it since."
    return "It is a draft: nobody has published it."


def _of_its_air(banner: FlashBanner, now: datetime) -> Iterator[Reason]:
    match banner_state(banner, now):
        case BannerState.NEXT:
            yield Reason(f"It goes on air on {in_words(banner.starts_at)}.")
        case BannerState.OVER if banner.ends_at <= now:
            yield Reason(f"It was on air until {in_words(banner.ends_at)}.")


def _of_its_source(page: Page, now: datetime) -> Iterator[Reason]:
    source: Any = page.alias_of and page.alias_of.specific
    if source is not None and why_hidden(source, now):
        yield Reason(f"It repeats “{source.title}”, which readers do not see.", source.pk)


def _of_its_place(page: Page, now: datetime) -> Iterator[Reason]:
    above = list(page.get_ancestors().filter(depth__gt=1).select_related("alias_of"))
    for holder in above:
        if not holder.live or (holder.expire_at and holder.expire_at <= now):
            yield Reason(f"“{holder.title}”, above it, is not published.", holder.pk)
        else:
            for reason in _of_its_source(holder, now):
                yield Reason(f"“{holder.title}”, above it: {reason.text}", holder.pk)
    for restriction in page.get_view_restrictions().select_related("page"):
        whose = "It" if restriction.page_id == page.pk else f"“{restriction.page.title}”, above it,"
        yield Reason(f"{whose} {PRIVATE[restriction.restriction_type]}.", restriction.page_id)
