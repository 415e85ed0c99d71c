"""Remembers what went wrong, so that it is tried again later and somebody hears of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Revision

from cms.scheduling.models import Failure, Task
from cms.scheduling.notices import tell_of_failure

TITLE_LENGTH = 255


@dataclass(frozen=True, slots=True)
class Due:
    """A thing that is to happen, by what it happens to and when."""

    task: Task
    content_type_id: int
    object_id: str
    due_at: datetime
    title: str
    revision: Revision | None = None

    @classmethod
    def of_revision(cls, revision: Revision) -> "Due":
        """Return what a scheduled revision stands for."""
        title = revision.object_str[:TITLE_LENGTH]
        key = (revision.base_content_type_id, revision.object_id, revision.approved_go_live_at)
        return cls(Task.PUBLISH, *key, title, revision)

    @classmethod
    def of_expired(cls, expired: Any) -> "Due":
        """Return what an expired page or record stands for."""
        key = (expired.get_base_content_type().pk, str(expired.pk), expired.expire_at)
        return cls(Task.TAKE_DOWN, *key, str(expired)[:TITLE_LENGTH])

    @property
    def key(self) -> dict[str, Any]:
        """The columns by which its failure is found."""
        return {
            "task": self.task,
            "content_type_id": self.content_type_id,
            "object_id": self.object_id,
            "due_at": self.due_at,
        }

    def __str__(self) -> str:
        return f"{self.task.label} “{self.title}” of {self.due_at:%Y-%m-%d %H:%M:%S %Z}"


def remember(due: Due, error: Exception, now: datetime) -> None:
    """Count a failure, and tell whoever scheduled the thing when it is the first.

    What went wrong after the thing was done, such as a message that could not be sent, is no failure of it.
    """
    if (
        due.revision
        and not Revision.objects.filter(pk=due.revision.pk, approved_go_live_at=due.due_at).exists()
    ):
        return
    with transaction.atomic():
        failure = Failure.objects.select_for_update(of=("self",)).filter(**due.key).first()
        failure = failure or Failure(**due.key, title=due.title, first_failed_at=now)
        failure.count(in_words(error), now)
        failure.save()
    if due.revision and failure.attempts == 1:
        tell_of_failure(due.revision, failure)


def forget(due: Due) -> None:
    """Drop the failure of a thing that is done."""
    Failure.objects.filter(**due.key).delete()


def in_words(error: Exception) -> str:
    """Return what an editor should read of an error."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return f"{type(error).__name__}: {error}"
