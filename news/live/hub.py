"""One thread of a process keeps watch for all who listen; whoever listens is woken when something changed.

Listeners may be threads or coroutines: what wakes them is a function. The thread reads the log of changes each
second, which is one short statement, and asks what is on air when anything changed or the clock is due. It ends
when nobody listens any more.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import close_old_connections, connections
from django.utils import timezone

from news.live.signal import Bell, bell
from news.live.state import Audience, State, changes_seen, on_air

logger = logging.getLogger(__name__)
GLANCE = 1.0
"""Seconds between two looks at the database's version."""

Wake = Callable[[], object]


@dataclass(eq=False)
class Channel:
    """What one audience is shown, and who waits for the next of it."""

    audience: Audience
    state: State
    listeners: set[Wake] = field(default_factory=set)

    def is_due(self, now: datetime) -> bool:
        """Return whether the clock alone calls for another look."""
        return self.state.until is not None and self.state.until <= now


class Hub:
    """The channels that somebody listens to."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._channels: dict[Audience, Channel] = {}
        self._thread: threading.Thread | None = None
        self.listeners = 0

    def join(self, audience: Audience, wake: Wake) -> Channel:
        """Enter a listener; `wake` is called, from another thread, whenever the state has changed."""
        state = None if audience in self._channels else on_air(audience)
        with self._lock:
            channel = self._channels.get(audience)
            if channel is None:
                channel = Channel(audience, state or on_air(audience))
                self._channels[audience] = channel
            channel.listeners.add(wake)
            self.listeners += 1
            if self._thread is None:
                self._thread = threading.Thread(target=self._watch, name="flash", daemon=True)
                self._thread.start()
        return channel

    def leave(self, channel: Channel, wake: Wake) -> None:
        """Strike a listener off."""
        with self._lock:
            if wake in channel.listeners:
                channel.listeners.remove(wake)
                self.listeners -= 1
            if not channel.listeners and self._channels.get(channel.audience) is channel:
                del self._channels[channel.audience]

    def _watch(self) -> None:
        rung = bell()
        seen: int | None = None
        while self._is_wanted():
            try:
                close_old_connections()
                seen = self._look(seen, rung)
            except Exception:  # the database may be away for a while; listeners stay and are told later
                logger.exception("The ticker could not be looked at; trying again.")
                time.sleep(GLANCE)
        rung.close()
        connections.close_all()

    def _is_wanted(self) -> bool:
        with self._lock:
            if self._channels:
                return True
            self._thread = None
            return False

    def _look(self, seen: int | None, rung: Bell) -> int | None:
        count, now = changes_seen(), timezone.now()
        for channel in list(self._channels.values()):
            if count is None or count != seen or channel.is_due(now):
                self._renew(channel)
        rung.wait(self._pause())
        return count

    def _renew(self, channel: Channel) -> None:
        before = channel.state.mark
        channel.state = on_air(channel.audience)
        if channel.state.mark != before:
            for wake in list(channel.listeners):
                wake()

    def _pause(self) -> float:
        """Return the seconds until the next look: a glance, or less when the clock is due before."""
        changes = [each.state.until for each in list(self._channels.values())]
        due = min((change for change in changes if change), default=None)
        left = (due - timezone.now()).total_seconds() + 0.01 if due else GLANCE
        return min(GLANCE, max(left, 0.01))


hub = Hub()
