"""Background work kept in the database: whether it gets done, and what a killed worker left behind."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

WAITING = timedelta(minutes=2)


def longest() -> timedelta:
    """Return how long a task may run before its worker counts as dead."""
    return timedelta(seconds=settings.WORKER_TASK_SECONDS)


@dataclass(frozen=True, slots=True)
class StateOfWork:
    """How much waits, since when, and what took too long."""

    waiting: int = 0
    waiting_since: datetime | None = None
    abandoned: int = 0

    @property
    def problem(self) -> str:
        """What is wrong, in a sentence; empty when nothing is."""
        if self.waiting_since and timezone.now() - self.waiting_since > WAITING:
            return f"{self.waiting} tasks wait, the oldest since {self.waiting_since:%H:%M:%S}. Is a worker running?"
        if self.abandoned:
            return f"{self.abandoned} tasks have been running for longer than {longest()}. Did a worker die?"
        return ""


def is_kept_in_database() -> bool:
    """Return whether work waits for a worker; without one it is done where it arises."""
    return settings.TASKS["default"]["BACKEND"] == "django_tasks_db.DatabaseBackend"


def state_of_work() -> StateOfWork:
    """Return how background work stands."""
    if not is_kept_in_database():
        return StateOfWork()
    ready = DBTaskResult.objects.ready()
    oldest = ready.order_by("enqueued_at").values_list("enqueued_at", flat=True).first()
    return StateOfWork(ready.count() if oldest else 0, oldest, _abandoned().count())


def take_up_abandoned() -> int:
    """Let what a killed worker was at be done again; every task of ours may be done twice without harm."""
    return _abandoned().update(status="READY", started_at=None)


def _abandoned() -> QuerySet[DBTaskResult]:
    return DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - longest())
