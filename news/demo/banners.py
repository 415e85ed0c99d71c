"""Loads the demo's flash banners: on air, over and still to come."""

from datetime import datetime
from typing import Any

from news.choices import Severity
from news.demo.bodies import article_key
from news.demo.reading import Record, content, hours
from news.demo.tree import front_page, place
from news.models import FlashBanner, FlashDesk, Section


def load_banners(now: datetime, user: Any) -> None:
    """Make the banners that are missing. Their times count from `now`."""
    for details in content("banners"):
        if FlashBanner.objects.filter(slug=details["slug"]).exists():
            continue
        banner = FlashBanner(
            slug=details["slug"],
            title=details["title"],
            label=details["label"],
            severity=Severity[details["severity"]],
            starts_at=hours(now, -details["starts_hours_ago"]),
            ends_at=hours(now, details["ends_in_hours"]),
            items=[{"type": "headline", "value": headline(item)} for item in details["items"]],
        )
        banner.sections = Section.objects.filter(slug__in=details.get("sections", []))
        place(FlashDesk.objects.child_of(front_page(details)).get(), banner, user)


def headline(item: Record) -> Record:
    """Return one headline as the banner's StreamField stores it."""
    return {
        "kicker": item.get("kicker", ""),
        "text": item["text"],
        "article": article_key(item["article"]) if "article" in item else None,
        "url": item.get("url", ""),
    }
