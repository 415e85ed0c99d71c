"""What a process knows of changes: how it followed the log, and since when which key has moved."""

import threading
from collections.abc import Collection, Iterable

from django.db import InterfaceError, OperationalError, connection

from cms.answers.log import Entry, Place, Reading, read
from cms.answers.watching import expanded

MOST_KEYS = 100_000
"""Keys remembered as moved. When there are more, everything counts as moved and the process begins anew."""


class Movements:
    """Follows the log. `count` grows with every look that found something new."""

    def __init__(self) -> None:
        self.count = 0
        self._all_moved_at = 0
        self._moved: dict[str, int] = {}
        self._place: Place | None = None
        self._epoch = ""
        self._lock = threading.Lock()

    def follow(self) -> int | None:
        """Look at the log, as the first question of a request: a connection that broke shows here and is made anew."""
        try:
            return self.look()
        except (InterfaceError, OperationalError):
            connection.close()
            return self.look()

    def look(self) -> int | None:
        """Look at the log once; return the count then, `None` where nothing can be known.

        Every transaction that committed before this call has been taken into account when it returns.
        """
        count, place = self.count, self._place  # read before the log: what is found later must count as later
        found = read(place)
        if found is None:
            return None
        if found.entries or not self._goes_on(found, place):
            return self._take_in(found, place)
        self._place = found.place
        return count

    def _take_in(self, found: Reading, place: Place | None) -> int:
        keys = set().union(*expanded(keys_of(found.entries)).values())
        # What was entailed above is read later than the log was; what went in between says so itself.
        since_then = read(found.place)
        keys |= keys_of(since_then.entries) if since_then else set()
        with self._lock:
            count = self.count + 1
            if not self._goes_on(found, place) or found.is_cut or len(self._moved) > MOST_KEYS:
                self._epoch = found.epoch
                self._all_moved_at = count
                self._moved = {}
            self._moved.update(dict.fromkeys(keys, count))
            # In this order: whoever reads the place or the count, without the lock, finds what led to it.
            self.count = count
            self._place = found.place
            return count

    def _goes_on(self, found: Reading, place: Place | None) -> bool:
        """Return whether the log still holds everything beyond the place that was read to before."""
        if place is None or found.epoch != self._epoch:
            return False
        return found.start <= place.oldest_open and place.end <= found.place.end

    def stands(self, keys: Collection[str], since: int) -> bool:
        """Return whether none of these keys has moved since a count."""
        moved = self._moved
        if since < self._all_moved_at:
            return False
        return not any(moved.get(key, 0) > since for key in keys)


def keys_of(entries: Iterable[Entry]) -> set[str]:
    """Return the keys of changes, those of their tables included."""
    keys = {f"table:{entry.table}" for entry in entries}
    keys.update(entry.key for entry in entries if entry.key)
    return keys


def can_follow() -> bool:
    """Return whether the database is read as others have committed it: not inside a transaction of our own."""
    return not connection.in_atomic_block
