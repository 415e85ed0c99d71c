"""In which state an article or banner is, in words and as a condition to filter by."""

from datetime import datetime

from django.db.models import BigIntegerField, Q, TextChoices
from django.db.models.functions import Cast
from wagtail.models import Page, Revision, WorkflowState, get_default_page_content_type

from news.models import FlashBanner


class ArticleState(TextChoices):
    """What an editor asks of an article: do readers have it, and if not, why?"""

    LIVE = "live", "Live"
    EMBARGOED = "embargoed", "Under embargo"
    SCHEDULED = "scheduled", "Scheduled"
    MODERATION = "moderation", "In moderation"
    CHANGED = "changed", "Live, with unpublished changes"
    DRAFT = "draft", "Draft"
    EXPIRED = "expired", "Expired"


class BannerState(TextChoices):
    """Where a banner is between its writing and its end."""

    ON_AIR = "on_air", "On air"
    NEXT = "next", "Coming"
    OVER = "over", "Over"
    DRAFT = "draft", "Not published"


def article_condition(state: str, now: datetime) -> Q:
    """Return the condition under which an article is in a state."""
    embargoed = Q(live=True, embargo_until__gt=now)
    return {
        ArticleState.LIVE: Q(live=True) & ~embargoed,
        ArticleState.EMBARGOED: embargoed,
        ArticleState.SCHEDULED: _scheduled(),
        ArticleState.MODERATION: _in_moderation(),
        ArticleState.CHANGED: Q(live=True, has_unpublished_changes=True),
        ArticleState.DRAFT: Q(live=False, expired=False) & ~_scheduled(),
        ArticleState.EXPIRED: Q(live=False, expired=True),
    }[ArticleState(state)]


def is_embargoed(page: Page, now: datetime) -> bool:
    """Return whether a page is published and yet kept from readers until its moment."""
    until = getattr(page, "embargo_until", None)
    return bool(page.live and until and until > now)


def state_text(page: Page, now: datetime) -> str:
    """Return the state of a page in words."""
    return "under embargo" if is_embargoed(page, now) else str(page.status_string)


def banner_condition(state: str, now: datetime) -> Q:
    """Return the condition under which a banner is in a state."""
    return {
        BannerState.ON_AIR: Q(live=True) & FlashBanner.own_window(now),
        BannerState.NEXT: Q(live=True, starts_at__gt=now),
        BannerState.OVER: Q(live=True) & ~FlashBanner.own_window(now) & Q(starts_at__lte=now),
        BannerState.DRAFT: Q(live=False),
    }[BannerState(state)]


def banner_state(banner: FlashBanner, now: datetime) -> BannerState:
    """Return the state of a banner, for those who have it in hand."""
    if not banner.live:
        return BannerState.DRAFT
    if banner.starts_at > now:
        return BannerState.NEXT
    is_expired = banner.expire_at is not None and banner.expire_at <= now
    return BannerState.OVER if banner.ends_at <= now or is_expired else BannerState.ON_AIR


def _scheduled() -> Q:
    """Return the condition for pages that wait for their moment."""
    waiting = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    return Q(pk__in=waiting.annotate(page_key=Cast("object_id", BigIntegerField())).values("page_key"))


def _in_moderation() -> Q:
    """Return the condition for pages that wait for somebody's approval."""
    waiting = WorkflowState.objects.active().filter(base_content_type=get_default_page_content_type())
    return Q(pk__in=waiting.annotate(page_key=Cast("object_id", BigIntegerField())).values("page_key"))
