"""From when until when readers see a page, as far as its dates and its schedule say."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.models import Page


@dataclass(frozen=True, slots=True)
class Window:
    """Two moments; `None` for what is not foreseen. `renewed_at` is when a newer version goes live by itself."""

    opens: datetime | None = None
    closes: datetime | None = None
    renewed_at: datetime | None = None


def window_of(page: Page) -> Window:
    """Return the window of a stored page: of the live version, else of the one that is scheduled."""
    scheduled = (
        page.revisions.filter(approved_go_live_at__isnull=False).order_by("approved_go_live_at").first()
    )
    if page.live:
        renewed_at = scheduled.approved_go_live_at if scheduled else None
        return _between(_opens(page, page.first_published_at), _closes(page, page), renewed_at)
    if scheduled is None:
        return Window()
    version = scheduled.as_object()
    return _between(_opens(version, scheduled.approved_go_live_at), _closes(version, page))


def _between(opens: datetime | None, closes: datetime | None, renewed_at: datetime | None = None) -> Window:
    """Return the window between two moments; none when it was over before it was published."""
    is_empty = opens is not None and closes is not None and closes <= opens
    return Window(None, None, renewed_at) if is_empty else Window(opens, closes, renewed_at)


def _opens(version: Any, published_at: datetime | None) -> datetime | None:
    moments = [published_at, *(getattr(version, name, None) for name in ("embargo_until", "starts_at"))]
    return max(filter(None, moments), default=None)


def _closes(version: Any, page: Page) -> datetime | None:
    above = page.get_ancestors().filter(expire_at__isnull=False).values_list("expire_at", flat=True)
    moments = [version.expire_at, getattr(version, "ends_at", None), *above]
    return min(filter(None, moments), default=None)
