"""What the scheduler remembers of things that went wrong."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Revision

PAUSES = (10, 30, 60, 5 * 60, 15 * 60, 60 * 60)
"""Seconds until the next try, after the first failure, the second, …; the last one from then on."""


class Task(models.TextChoices):
    """What was to happen."""

    PUBLISH = "publish", "Publish"
    TAKE_DOWN = "take_down", "Take down"


class FailureQuerySet(models.QuerySet["Failure"]):
    """Failures, and which of them still matter."""

    def resting(self, now: datetime) -> "FailureQuerySet":
        """Return those that are not to be tried again yet."""
        return self.filter(next_try__gt=now)

    def standing(self) -> "FailureQuerySet":
        """Return those that are still to be put right: an editor may have cancelled a schedule."""
        awaited = Revision.objects.filter(
            base_content_type=OuterRef("content_type"),
            object_id=OuterRef("object_id"),
            approved_go_live_at=OuterRef("due_at"),
        )
        return self.filter(~Q(task=Task.PUBLISH) | Q(Exists(awaited)))


class Failure(models.Model):
    """That something did not happen at its time: why, how often it was tried, and when it is tried again."""

    task = models.CharField(max_length=16, choices=Task.choices)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    due_at = models.DateTimeField()
    title = models.CharField(max_length=255)
    attempts = models.PositiveIntegerField(default=0)
    error = models.TextField()
    first_failed_at = models.DateTimeField()
    next_try = models.DateTimeField(db_index=True)

    target = GenericForeignKey("content_type", "object_id")
    objects = FailureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "task", "due_at"], name="one_failure_for_each_due_thing"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_task_display()} “{self.title}”: {self.error}"

    def count(self, error: str, now: datetime) -> None:
        """Count a further try that failed, and rest the longer the more there were."""
        self.attempts += 1
        self.error = error
        self.next_try = now + timedelta(seconds=PAUSES[min(self.attempts, len(PAUSES)) - 1])

    @classmethod
    def of(cls, instance: Any) -> FailureQuerySet:
        """Return the standing failures of a page or record."""
        holder = instance.get_base_content_type()
        return cls.objects.standing().filter(content_type=holder, object_id=str(instance.pk))
