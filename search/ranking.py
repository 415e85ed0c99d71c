"""In which order: a sum of whole numbers, the same on every database, that articles coming and going leave alone.

An article's score is the sum over the words of the query of (how much the word counts in the article) × (how rare
the word is), and the same for pairs of neighbours, plus a gentle preference for recent news. How often a word stands
in an article, and how long that is, is stored with it. How rare the word is, and how long articles usually are,
changes with every article that is published; so it is worked out for the first page of a list, and the cursors carry
it from there on.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from django.conf import settings
from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from search.fields import LENGTH_COUNTS, SATURATION
from search.models import Posting
from search.orders import SearchState
from search.reading import Reading

# What a word counts in an article that is made of it, before its rareness.
MOST_OF_A_WORD = 255
# More than any sum of words.
PROMOTED_SCORE = 10**12
# A pair of neighbours counts this part of what its two words count.
PAIR_SHARE = 4


def weighed(reading: Reading, state: SearchState) -> dict[str, int]:
    """Return the stems of a query's words and pairs, with their weight: how rare each is, as often as it was typed."""
    weights: dict[str, int] = {}
    pairs = zip(state.rareness, state.rareness[1:], strict=False)
    for stems, (first, second) in zip(reading.pair_forms, pairs, strict=True):
        weights.update(dict.fromkeys(stems, (first + second) // PAIR_SHARE))
    for stems, word, rareness in zip(reading.word_forms, reading.words, state.rareness, strict=True):
        weights.update(dict.fromkeys(stems, rareness * reading.times(word)))
    return weights


def worth_sql(weights: dict[str, int], state: SearchState) -> tuple[str, list[Any]]:
    """Return the SQL of what a posting `held` is worth in an article of a `length`, in whole numbers."""
    damping = f"{SATURATION * (100 - LENGTH_COUNTS) // 100} + length * {SATURATION * LENGTH_COUNTS} / %s"
    cases = " ".join(["WHEN %s THEN %s"] * len(weights))
    return (
        f"held.count * {MOST_OF_A_WORD * 100} / (held.count * 100 + {damping}) * CASE held.word {cases} ELSE 0 END",
        [100 * state.length, *chain.from_iterable(weights.items())],
    )


def score_sql(day: int, promoted: Sequence[int]) -> tuple[str, list[int]]:
    """Return the SQL of the score of a row with `relevance` and `day`, seen from a day.

    To the relevance of today's news `SEARCH_RECENCY` adds its percentage, half of that after its number of days, a
    third after twice as many. What is promoted comes before all else. Whole numbers alone, so that every database
    works out the same.
    """
    percent, days = settings.SEARCH_RECENCY
    age = "CASE WHEN day < %s THEN %s - day ELSE 0 END"
    score, parameters = f"relevance + relevance * %s / (({age} + %s) * 100)", [percent * days, day, day, days]
    if not promoted:
        return score, parameters
    places = " ".join(["WHEN %s THEN %s"] * len(promoted))
    for place, key in enumerate(promoted):
        parameters += [key, PROMOTED_SCORE * (len(promoted) - place)]
    return f"{score} + CASE id {places} ELSE 0 END", parameters


def holding_most(forms: Sequence[Sequence[str]], needed: int) -> QuerySet:
    """Return the keys of the articles that hold at least so many of some words, given by their forms."""
    cases = [When(word__in=stems, then=Value(place)) for place, stems in enumerate(forms)]
    held = Posting.objects.filter(word__in=_all(forms)).order_by()
    which = Case(*cases, output_field=IntegerField())
    return (
        held.values("article")
        .annotate(held=Count(which, distinct=True))
        .filter(held__gte=needed)
        .values("article")
    )


def _all(forms: Iterable[Sequence[str]]) -> list[str]:
    return [stem for stems in forms for stem in stems]
