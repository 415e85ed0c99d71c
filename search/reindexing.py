"""Indexes everything anew, a few articles at a time, while searches go on.

Every article keeps its old rows until its new ones replace them in one transaction. How far a run has come is
written down with each step, so that one that was interrupted goes on where it stopped.
"""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from news.models import Article
from search import names
from search.indexing import forget, index
from search.models import IndexedArticle, IndexRun

ARTICLES_AT_ONCE = 100


def remaining(run: IndexRun) -> int:
    """Return how many articles a run has still to index."""
    return _live().filter(pk__gt=run.last_article_id).count()


def is_due() -> bool:
    """Return whether a run was begun and not finished."""
    return IndexRun.objects.filter(finished_at=None).exists()


def unfinished_run(*, start_over: bool = False) -> IndexRun:
    """Return the run that was interrupted, or a new one."""
    unfinished = IndexRun.objects.filter(finished_at=None)
    if start_over:
        unfinished.delete()
    return unfinished.order_by("-pk").first() or IndexRun.objects.create()


def go_on(run: IndexRun) -> Iterator[int]:
    """Index what a run has still to index; yield how many articles were done with each step."""
    for model in names.KINDS:
        names.write_records(model)
    while keys := list(
        _live().filter(pk__gt=run.last_article_id).values_list("pk", flat=True)[:ARTICLES_AT_ONCE]
    ):
        with transaction.atomic():
            index(keys)
            run.last_article_id = keys[-1]
            run.save()
        yield len(keys)
    gone = IndexedArticle.objects.exclude(article__live=True).values_list("pk", flat=True)
    forget(list(gone))
    run.finished_at = timezone.now()
    run.save()


def _live() -> QuerySet[Article]:
    return Article.objects.filter(live=True).order_by("pk")
