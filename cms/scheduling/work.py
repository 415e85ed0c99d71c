"""Does one due thing in one transaction: all of it, or nothing, also when the process is killed."""

import logging
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum, auto
from typing import Any

from django.db import transaction
from wagtail.models import Revision

from cms.scheduling.failures import Due, forget, remember
from cms.scheduling.notices import tell_of_expiry
from cms.scheduling.queue import next_expiry, next_publication

logger = logging.getLogger(__name__)

PUBLISHED = "wagtail.publish.scheduled"
TAKEN_DOWN = "wagtail.unpublish.scheduled"


class Outcome(StrEnum):
    """What became of a due thing."""

    PUBLISHED = auto()
    TAKEN_DOWN = auto()
    PASSED_OVER = auto()
    FAILED = auto()


def publish_next(now: datetime) -> Outcome | None:
    """Publish what has been due for longest; `None` when nothing is."""
    return _attempt(now, next_publication, Due.of_revision, publish)


def take_down_next(now: datetime) -> Outcome | None:
    """Take down something that has expired; `None` when nothing has."""
    return _attempt(now, next_expiry, Due.of_expired, take_down)


def publish(revision: Revision, now: datetime) -> Outcome:
    """Publish a revision, unless it has expired in the meantime."""
    # Whoever saves a draft at this moment waits, or is waited for: otherwise one would undo the other's row.
    holder = revision.base_content_type.model_class()
    holder._base_manager.select_for_update().get(pk=revision.object_id)
    scheduled = revision.as_object()
    if scheduled.expire_at and scheduled.expire_at <= now:
        return _pass_over(revision, scheduled)
    revision.publish(log_action=PUBLISHED)
    return Outcome.PUBLISHED


def take_down(expired: Any, now: datetime) -> Outcome:
    """Take something down; a later version that is scheduled stays scheduled."""
    instance = getattr(expired, "specific", expired)
    scheduled = instance.revisions.filter(approved_go_live_at__isnull=False)
    kept = dict(scheduled.values_list("pk", "approved_go_live_at"))
    instance.unpublish(set_expired=True, log_action=TAKEN_DOWN)
    for key, moment in kept.items():
        Revision.objects.filter(pk=key).update(approved_go_live_at=moment)
    return Outcome.TAKEN_DOWN


def _pass_over(revision: Revision, scheduled: Any) -> Outcome:
    """Take a revision that expired before it could go live off the schedule, and say so."""
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    if not scheduled.live:
        type(scheduled)._base_manager.filter(pk=scheduled.pk).update(expired=True)
    tell_of_expiry(revision, scheduled)
    return Outcome.PASSED_OVER


def _attempt(
    now: datetime,
    find: Callable[[datetime], Any],
    describe: Callable[[Any], Due],
    act: Callable[[Any, datetime], Outcome],
) -> Outcome | None:
    """Find a thing, do it and forget its failures; when it fails, undo it and remember why."""
    due = None
    try:
        with transaction.atomic():
            found = find(now)
            if found is None:
                return None
            due = describe(found)
            outcome = act(found, now)
            forget(due)
    except Exception as error:  # whatever is wrong with one thing, the others go out
        if due is None:
            raise
        logger.warning("%s failed: %s", due, error, exc_info=True)
        remember(due, error, now)
        return Outcome.FAILED
    logger.info("%s: %s", due, outcome)
    return outcome
