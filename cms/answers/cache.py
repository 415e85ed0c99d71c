"""Keeps answers, and serves one only when it is what would be answered at this moment."""

import hashlib
import logging
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from cms.answers.agenda import Agenda
from cms.answers.memory import Answer, Memory
from cms.answers.movements import Movements, can_follow
from cms.answers.recording import Ingredients, recording

logger = logging.getLogger(__name__)

MOST_UNKEPT = 1_000

Make = Callable[[datetime], bytes | None]
"""Makes an answer as of a moment; `None` when it is none to keep, having done with it what it wanted."""


class AnswerCache:
    """The answers of one process."""

    def __init__(self, most_bytes: int) -> None:
        self.movements = Movements()
        self.memory = Memory(most_bytes)
        self._agenda = Agenda()
        self._making: dict[Hashable, threading.Lock] = {}
        self._making_lock = threading.Lock()
        self._unkept: OrderedDict[Hashable, None] = OrderedDict()

    @classmethod
    def by_settings(cls) -> "AnswerCache | None":
        """Return a cache of the size that the settings allow; `None` where that is nothing."""
        return cls(settings.ANSWER_CACHE_BYTES) if settings.ANSWER_CACHE_BYTES else None

    def answer(self, question: Hashable, make: Make) -> Answer | None:
        """Return the answer to a question, made or kept; `None` when it was made and is none to keep.

        Whatever is wrong with the cache, the answer is made.
        """
        count = self._follow()
        if count is None:
            make(timezone.now())
            return None
        kept = self._standing(question)
        if kept is not None or question in self._unkept:
            return kept or self._make(question, make, count)
        with self._alone(question) as waited:
            if waited:
                count = self._follow() or 0
                kept = self._standing(question)
            return kept or self._make(question, make, count)

    def _follow(self) -> int | None:
        try:
            return self.movements.follow() if can_follow() else None
        except Exception:  # whatever the log suffers from, readers get their answers
            logger.exception("The log of changes cannot be read; answers are made without the cache")
            return None

    def _standing(self, question: Hashable) -> Answer | None:
        """Return the answer that was kept if it still stands; what does not is forgotten."""
        answer = self.memory.get(question)
        if answer is None:
            return None
        now, count = timezone.now().timestamp(), self.movements.count
        if answer.count != count:
            if not self.movements.stands(answer.keys, answer.count):
                self.memory.forget(question)
                return None
            answer.count = count
        if not answer.made_at <= now < answer.until:
            return None
        for tell in answer.each_time:
            tell()
        return answer

    def _make(self, question: Hashable, make: Make, count: int) -> Answer | None:
        now = timezone.now()
        with recording() as ingredients:
            body = make(now)
        answer = None
        if body is not None and ingredients.may_be_kept:
            answer = self._kept(body, ingredients, now, count)
        if answer is None:
            self._unkept[question] = None
            while len(self._unkept) > MOST_UNKEPT:
                self._unkept.popitem(last=False)
            return None
        self.memory.keep(question, answer)
        return answer

    def _kept(self, body: bytes, ingredients: Ingredients, now: datetime, count: int) -> Answer | None:
        """Return an answer to keep; `None` when it is over as soon as it is made."""
        try:
            until = self._agenda.next_moment(ingredients.keys, now, count)
        except Exception:  # as above
            logger.exception("The agenda cannot be read; the answer is not kept")
            return None
        if ingredients.until is not None:
            until = min(until, ingredients.until)
        if until <= now:
            return None
        return Answer(
            body=body,
            tag=hashlib.blake2b(body, digest_size=16).hexdigest(),
            keys=frozenset(map(sys.intern, ingredients.keys)),
            made_at=now.timestamp(),
            until=until.timestamp(),
            count=count,
            each_time=tuple(ingredients.each_time),
        )

    @contextmanager
    def _alone(self, question: Hashable) -> Iterator[bool]:
        """Let one thread at a time make the answer to a question; yield whether it had to wait."""
        with self._making_lock:
            lock = self._making.setdefault(question, threading.Lock())
        waited = not lock.acquire(blocking=False)
        if waited:
            lock.acquire()
        try:
            yield waited
        finally:
            lock.release()
            with self._making_lock:
                if not lock.locked():
                    self._making.pop(question, None)
