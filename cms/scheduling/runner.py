"""Goes on doing what is due, at its second, until it is told to stop."""

import logging
from collections import Counter
from datetime import datetime
from threading import Event

from django.db import InterfaceError, OperationalError, close_old_connections, connection
from django.utils import timezone

from cms.purging import Purger
from cms.scheduling.models import Failure
from cms.scheduling.queue import next_moment
from cms.scheduling.work import Outcome, publish_next, take_down_next

logger = logging.getLogger(__name__)

LONGEST_SLEEP = 1.0
"""Seconds. Whatever is scheduled meanwhile, or however the clock is set, is noticed after that long."""


class Runner:
    """One worker on the schedule; several may run beside each other."""

    def __init__(self) -> None:
        self._stop = Event()
        self._purger = Purger()

    def stop(self) -> None:
        """Finish what is being done and return."""
        self._stop.set()

    def run_once(self) -> Counter[Outcome]:
        """Do everything that is due, the longest overdue first, and return what became of it."""
        outcomes: Counter[Outcome] = Counter()
        for do_next in (publish_next, take_down_next):
            while not self._stop.is_set() and (outcome := do_next(timezone.now())):
                outcomes[outcome] += 1
        return outcomes

    def run(self) -> None:
        """Go on until stopped. A database that is away is waited for."""
        Failure.objects.exclude(pk__in=Failure.objects.standing()).delete()
        while not self._stop.is_set():
            try:
                self.run_once()
                self._purger.follow()
                pause = seconds_until(next_moment(timezone.now()))
            except (OperationalError, InterfaceError):
                logger.exception("The database did not answer; trying again.")
                connection.close()
                pause = LONGEST_SLEEP
            close_old_connections()
            self._stop.wait(pause)


def seconds_until(moment: datetime | None) -> float:
    """Return how long to sleep: until the moment, but not for long."""
    if moment is None:
        return LONGEST_SLEEP
    return min(LONGEST_SLEEP, max(0.0, (moment - timezone.now()).total_seconds()))
