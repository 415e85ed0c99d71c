"""So many requests a second, whatever becomes of them: who answers late is not asked less."""

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import NamedTuple

from tests.settings.processes import fetch

MOST_AT_ONCE = 100
FAILED = 0


class Asked(NamedTuple):
    """One request: when it was sent and answered, with what status, headers and body. Status 0 is no answer."""

    sent: float
    done: float
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(slots=True)
class Load:
    """What came of the requests until now."""

    asked: list[Asked] = field(default_factory=list)

    def between(self, start: float, end: float) -> list[Asked]:
        """Return what was sent after one moment and answered before another."""
        return [each for each in self.asked if each.sent >= start and each.done <= end]


@contextmanager
def load(address: str, a_second: int = 50) -> Iterator[Load]:
    """Ask an address so often each second until the block ends."""
    told, over = Load(), Event()

    def ask() -> None:
        sent = time.monotonic()
        try:
            answer = fetch(address)
        except OSError as error:
            answer = FAILED, {}, repr(error).encode()
        told.asked.append(Asked(sent, time.monotonic(), *answer))

    def keep_asking() -> None:
        with ThreadPoolExecutor(MOST_AT_ONCE) as threads:
            pending: list[Future[None]] = []
            due = time.monotonic()
            while not over.wait(max(0.0, due - time.monotonic())):
                pending.append(threads.submit(ask))
                due += 1 / a_second
            for each in pending:
                each.result()

    thread = Thread(target=keep_asking)
    thread.start()
    try:
        yield told
    finally:
        over.set()
        thread.join()
