"""The side panel: what an anonymous reader is shown of a page at the moment at which it is drawn."""

import json
import re
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.models import Page

from cms.graphql.context import RequestContext
from cms.models import BasePage
from cms.visibility import Visibility
from news.admin.readers.answers import Answer, draft_page, public_answer
from news.admin.readers.reasons import why_hidden
from news.admin.readers.window import window_of
from news.gate.panel import FindingsList
from news.models import FlashDesk


class ReadersSidePanel(BaseSidePanel):
    """Whether readers see the page and why not, when, where, how it is shown, and what the gate finds."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button that opens it, with the number of findings that keep the page from going out."""

        aria_label = "Toggle what readers see"
        icon_name = "view"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
            """Count what keeps the page from going live."""
            context = super().get_context_data(parent_context)
            return {**context, "count": self.panel.findings.blocking_total}

    name = "readers"
    title = "What readers see"
    template_name = "news/admin/what_readers_see.html"
    order = 150

    @cached_property
    def findings(self) -> FindingsList:
        """What the gate finds in the page as it was last saved."""
        return FindingsList(self.object, self.request.user)

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Ask everything for one moment."""
        context = super().get_context_data(parent_context)
        stored = type(self.object)._base_manager.get(pk=self.object.pk)
        if isinstance(stored, FlashDesk):
            return {**context, "never_shown": True, "findings": self.findings}
        return {**context, **described(stored, self.object, timezone.now()), "findings": self.findings}


def described(stored: Page, draft: Page, now: datetime) -> dict[str, Any]:
    """Return what is shown of a page that is stored, with what was saved of it since."""
    answer = public_answer(stored, now)
    return {
        "now": now,
        "stored": stored,
        "is_visible": Visibility(now).pages(type(stored)).filter(pk=stored.pk).exists(),
        "reasons": why_hidden(stored, now),
        "window": window_of(stored),
        "address": address_of(stored),
        "cards": cards(answer, draft, now),
        "data": answer.data,
        "answer": as_json({"data": answer.data}),
        "question": f"{answer.document}\n\n# Variables\n{as_json(answer.variables)}",
    }


def cards(answer: Answer, draft: Page, now: datetime) -> list[dict[str, Any]]:
    """Return how the page is shown elsewhere: now, and when what was saved since goes out, if that differs."""
    shown = answer.data.get("route") or {}
    saved = draft_page(draft, now)
    found = []
    if shown.get("seo"):
        found.append(card(shown, is_draft=False))
    if saved and told(saved) != told(shown):
        found.append(card(saved, is_draft=True))
    return found


def told(page: dict[str, Any]) -> str:
    """Return everything that others are told of a page; a draft's picture is signed and the same all the same."""
    return re.sub(r"\?signature=[^\"]*", "", json.dumps(page.get("seo"), sort_keys=True))


def card(page: dict[str, Any], *, is_draft: bool) -> dict[str, Any]:
    """Return what a card is drawn from."""
    return {
        "seo": page["seo"],
        "url": page["seo"]["canonicalUrl"],
        "host": urlsplit(page["url"]).netloc,
        "is_draft": is_draft,
    }


def address_of(page: Page) -> str:
    """Return the page's address on the front end, if it has one."""
    if not isinstance(page, BasePage):
        return ""
    paths = RequestContext().paths
    return paths.url(paths.path(page.url_path, page.locale_id))


def as_json(value: Any) -> str:
    """Return JSON for people to read."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)
