"""Drafts that the gate's tests try to make public."""

import pytest

from news.models import Article, Byline
from tests.builders import make_article, make_contributor

UNFINISHED = [("paragraph", "<p>“They are in power,” Venn stated [WHERE], in a sign of change.</p>")]
FINISHED = [("paragraph", "<p>“They are in power,” Venn stated in Tashkent, in a sign of change.</p>")]


def make_draft(**overrides):
    """Make an article that is not live and could be, but for what is overridden."""
    return make_article(live=False, first_published_at=None, **overrides)


@pytest.fixture
def unfinished(db) -> Article:
    """A draft with a placeholder in its text, saved as an editor would save it."""
    article = make_draft(title="Working ties", body=UNFINISHED)
    article.save_revision()
    return Article.objects.get(pk=article.pk)


def finish(article: Article) -> Article:
    """Put in what is missing."""
    article.body = FINISHED
    return article


def new_article(**overrides) -> Article:
    """Return an article that is not stored yet, with a byline."""
    article = Article(**{"title": "Working ties", "slug": "working-ties", "body": UNFINISHED, **overrides})
    article.bylines = [Byline(contributor=make_contributor())]
    return article
