"""Articles on the schedule, as they stand in the database once editors have scheduled them."""

from datetime import datetime

from wagtail.models import PageLogEntry, Revision

from news.models import Article
from tests.builders import make_article

PUBLISHED = "wagtail.publish.scheduled"


def make_scheduled(due_at: datetime, **overrides: object) -> Article:
    """Make a draft that is to go live at a moment."""
    return put_on_schedule(make_article(live=False, first_published_at=None, **overrides), due_at)


def put_on_schedule(article: Article, due_at: datetime) -> Article:
    """Approve an article for a moment, past the gate, so that it can fail when the moment comes."""
    article.go_live_at = due_at
    revision = article.save_revision(clean=False)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=due_at)
    return article


def times_published(article: Article) -> int:
    """Return how often the schedule has published an article."""
    return PageLogEntry.objects.filter(page=article.pk, action=PUBLISHED).count()


def seconds_late(article: Article) -> float:
    """Return how long after its moment an article went live."""
    return (Article.objects.get(pk=article.pk).last_published_at - article.go_live_at).total_seconds()
