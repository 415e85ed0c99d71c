"""What is done with banners: make one of an article, keep one on air longer, withdraw an article's."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import LogFormatter, log
from wagtail.models import PageLogEntry

from news.models import Article, FlashBanner

EXTENDED = "news.banner.extend"
"""The name under which an extension stands in a banner's history."""


class UnpublishedChanges(Exception):
    """A banner cannot be extended while it has changes that nobody has published."""


def headline_of(article: Article) -> tuple[str, dict[str, Any]]:
    """Return the item of a banner that announces an article."""
    return "headline", {"kicker": "", "text": article.title, "article": article, "url": ""}


def extend(banner: FlashBanner, *, until: datetime, user: Any, reason: str) -> None:
    """Keep a banner on air until another moment, on the record. Its words stay as readers have them."""
    with transaction.atomic():
        live = FlashBanner.objects.select_for_update().get(pk=banner.pk)
        if live.has_unpublished_changes:
            raise UnpublishedChanges
        before, live.ends_at = live.ends_at, until
        live.save_revision(user=user).publish(user=user)
        data = {"from": before.isoformat(), "until": until.isoformat(), "reason": reason}
        log(instance=live, action=EXTENDED, user=user, data=data)


def announcing(article: Article) -> list[FlashBanner]:
    """Return the banners, on air or to come, that announce an article."""
    standing = FlashBanner.objects.filter(live=True, ends_at__gt=timezone.now()).order_by("path")
    return [banner for banner in standing if any(_announces(item, article) for item in banner.items)]


def withdraw(article: Article, *, user: Any) -> int:
    """Take an article's headlines off air, and a banner that has no others with them; return from how many.

    Whoever may retract an article may do this, also without the flash desk's permission.
    """
    banners = announcing(article)
    for banner in banners:
        others = [(item.block_type, item.value) for item in banner.items if not _announces(item, article)]
        if others:
            banner.items = others
            banner.save_revision(user=user, clean=False).publish(user=user, skip_permission_checks=True)
        else:
            UnpublishPageAction(banner, user=user).execute(skip_permission_checks=True)
    return len(banners)


def _announces(item: Any, article: Article) -> bool:
    target = item.value.get("article")
    return target is not None and target.pk == article.pk


class ExtensionFormatter(LogFormatter):
    """How an extension reads in a banner's history."""

    label = "Extend a banner"

    def format_message(self, log_entry: PageLogEntry) -> str:
        """Return what was done."""
        until = parse_datetime(log_entry.data["until"])
        return f"Kept on air until {date_format(timezone.localtime(until), 'j F Y, H:i')}"

    def format_comment(self, log_entry: PageLogEntry) -> str:
        """Return why."""
        return log_entry.data["reason"]
