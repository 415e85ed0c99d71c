"""Answers in the memory of one process, the least recently used giving way."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

BYTES_A_KEY = 80
"""What a key costs beside the text it shares with the same key of other answers."""


@dataclass(slots=True)
class Answer:
    """An answer and what it takes to know whether it still stands.

    It is right from `made_at` until `until`, in seconds of the clock, while none of its keys moves after `count`.
    `each_time` is done whenever it is given.
    """

    body: bytes
    tag: str
    keys: frozenset[str]
    made_at: float
    until: float
    count: int
    each_time: tuple[Callable[[], None], ...] = ()

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return len(self.body) + BYTES_A_KEY * len(self.keys)


class Memory:
    """Answers by question, within a number of bytes."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._answers)

    @property
    def bytes(self) -> int:
        """About how many bytes all answers take."""
        return self._bytes

    def get(self, question: Hashable) -> Answer | None:
        """Return an answer, whether it still stands or not."""
        with self._lock:
            answer = self._answers.get(question)
            if answer is not None:
                self._answers.move_to_end(question)
            return answer

    def keep(self, question: Hashable, answer: Answer) -> None:
        """Keep an answer in place of an earlier one."""
        with self._lock:
            self._forget(question)
            self._answers[question] = answer
            self._bytes += answer.size
            while self._bytes > self._most_bytes:
                self._forget(next(iter(self._answers)))

    def forget(self, question: Hashable) -> None:
        """Let an answer go."""
        with self._lock:
            self._forget(question)

    def _forget(self, question: Hashable) -> None:
        answer = self._answers.pop(question, None)
        if answer is not None:
            self._bytes -= answer.size
