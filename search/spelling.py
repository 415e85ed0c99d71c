"""Finds what a misspelt word was meant to be, among the words of articles that a reader may see."""

from collections.abc import Iterable

from django.db.models import F

from search.models import Spelling

SHORTEST = 3
LONGEST = 24
ROWS_AT_ONCE = 2_000


def learn(words: Iterable[str]) -> None:
    """Remember words, those that are new."""
    worth = {word for word in words if SHORTEST <= len(word) <= LONGEST and word.isalpha()}
    new = worth - set(Spelling.objects.filter(key__in=worth, word=F("key")).values_list("word", flat=True))
    rows = [Spelling(key=key, word=word) for word in sorted(new) for key in sorted(keys(word))]
    Spelling.objects.bulk_create(rows, ignore_conflicts=True, batch_size=ROWS_AT_ONCE)


def keys(word: str) -> set[str]:
    """Return a word and all that it becomes when one letter is left out."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
