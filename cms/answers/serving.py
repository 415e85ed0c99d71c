"""The answers of this process, and plain documents (feeds, sitemaps) served from them like the API's own."""

from collections.abc import Hashable
from datetime import datetime
from functools import cache

from django.utils import timezone

from cms.answers.cache import AnswerCache, Make
from cms.answers.memory import Answer
from cms.answers.settling import of_one_state


@cache
def answers() -> AnswerCache | None:
    """Return the one cache that everything in this process shares; `None` where the settings keep nothing."""
    return AnswerCache.by_settings()


def kept(question: Hashable, make: Make) -> tuple[bytes | None, Answer | None]:
    """Return what answers a question, and the kept answer that it stands in, where it may be kept."""
    made: list[bytes | None] = []

    def making(now: datetime) -> bytes | None:
        made.append(of_one_state(lambda: make(now)))
        return made[-1]

    memory = answers()
    answer = memory.answer(question, making) if memory else None
    if answer is not None:
        return answer.body, answer
    return (made[-1] if made else making(timezone.now())), None
