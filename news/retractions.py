"""Taking a story back: readers are told why at its address, and banners stop announcing it."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import LogFormatter, log

from news.banners import withdraw
from news.choices import CorrectionKind
from news.models import Article, Correction

RETRACTED = "news.article.retract"
"""The name under which a retraction stands in an article's history."""


@transaction.atomic
def retract(article: Article, *, reason: str, user: Any, replaced_by: Article | None = None) -> int:
    """Take a live article back for a public reason; return how many banners went off air with it.

    Readers are offered the article that replaces it, while they may see that.

    The reason goes out as a note under the article, frozen like any other, and the article is taken down in
    the same breath. What was drafted since its publication stays in its history.
    """
    live = Article.objects.select_for_update().get(pk=article.pk, live=True)
    if state := live.current_workflow_state:
        state.cancel(user=user)
    note = Correction(kind=CorrectionKind.RETRACTION, text=reason, published_at=timezone.now())
    live.corrections.add(note)
    live.replaced_by = replaced_by
    live.save_revision(user=user, clean=False).publish(user=user, skip_permission_checks=True)
    live.refresh_from_db()
    UnpublishPageAction(live, user=user).execute(skip_permission_checks=True)
    log(instance=live, action=RETRACTED, user=user, data={"reason": reason})
    return withdraw(live, user=user)


class RetractionFormatter(LogFormatter):
    """How a retraction reads in an article's history."""

    label = "Retract an article"

    def format_message(self, log_entry: Any) -> str:
        """Return what was done."""
        return "Retracted"

    def format_comment(self, log_entry: Any) -> str:
        """Return why."""
        return log_entry.data["reason"]
