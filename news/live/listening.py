"""One listener: its place in the hub, and what it has been told so far."""

from collections.abc import Callable

from news.live.hub import hub
from news.live.state import Audience

HEARTBEAT = 15.0
"""Seconds after which a listener who was told nothing is sent a comment, so that nobody takes the line for dead."""
BEGINNING = "retry: 3000\n\n"
"""Sent first: in how many milliseconds a browser that was cut off comes back."""


class Listening:
    """A listener. `seen` is the id of the last event it had, `wake` is called when there may be another."""

    def __init__(self, audience: Audience, seen: str, wake: Callable[[], object]) -> None:
        self._wake = wake
        self._seen = seen
        self._channel = hub.join(audience, wake)

    def news(self) -> str:
        """Return the event that the listener has not had yet; else a comment that keeps the line open."""
        state = self._channel.state
        if state.mark == self._seen:
            return ": here\n\n"
        self._seen = state.mark
        return f"id: {state.mark}\nevent: flash\ndata: {state.text}\n\n"

    def end(self) -> None:
        """Leave the hub."""
        hub.leave(self._channel, self._wake)
