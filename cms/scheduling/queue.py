"""Finds what is due, the longest overdue first, and locks it for one runner.

On PostgreSQL a locked row is passed over, so that several runners share the work. SQLite has one writer at a
time: whoever waits looks again and finds the thing done.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.models import CharField, Exists, Min, OuterRef, QuerySet
from django.db.models.functions import Cast
from wagtail.models import DraftStateMixin, Page, Revision

from cms.scheduling.models import Failure, Task


def next_publication(now: datetime) -> Revision | None:
    """Lock and return the revision that has been due for longest."""
    due = Revision.objects.filter(approved_go_live_at__lte=now)
    resting = Failure.objects.resting(now).filter(
        task=Task.PUBLISH,
        content_type=OuterRef("base_content_type"),
        object_id=OuterRef("object_id"),
        due_at=OuterRef("approved_go_live_at"),
    )
    return _locked(due.exclude(Exists(resting)).order_by("approved_go_live_at", "pk"))


def next_expiry(now: datetime) -> Any | None:
    """Lock and return a live page or record that has expired."""
    for model in draft_models():
        content_type = ContentType.objects.get_for_model(model, for_concrete_model=False)
        resting = Failure.objects.resting(now).filter(
            task=Task.TAKE_DOWN, content_type=content_type, object_id=Cast(OuterRef("pk"), CharField())
        )
        due = model._base_manager.filter(live=True, expire_at__lte=now).exclude(Exists(resting))
        expired = _locked(due.order_by("expire_at", "pk"))
        if expired is not None:
            return expired
    return None


def next_moment(now: datetime) -> datetime | None:
    """Return when the clock alone makes something due."""
    moments = [
        Revision.objects.filter(approved_go_live_at__gt=now).aggregate(next=Min("approved_go_live_at"))[
            "next"
        ],
        Failure.objects.resting(now).aggregate(next=Min("next_try"))["next"],
    ]
    for model in draft_models():
        expiring = model._base_manager.filter(live=True, expire_at__gt=now)
        moments.append(expiring.aggregate(next=Min("expire_at"))["next"])
    return min(filter(None, moments), default=None)


def draft_models() -> Iterator[type[models.Model]]:
    """Yield `Page` and every other model whose things can be drafts."""
    yield Page
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            yield model


def _locked(due: QuerySet) -> Any | None:
    may_skip = connection.features.has_select_for_update_skip_locked
    return due.select_for_update(skip_locked=may_skip, of=("self",)).first()
