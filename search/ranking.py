"""In which order: a sum of weights, the same on every database, that articles coming and going leave alone.

An article's score is the sum over the words of the query of (how much the word counts in the article) × (how rare
the word is), and the same for pairs of neighbours, plus a gentle preference for recent news. How much a word counts
is stored with the article. How rare it is changes with every article that is published; so it is worked out for the
first page of a list, and the cursors carry it from there on.
"""

from collections.abc import Iterable, Sequence
from math import log

from django.conf import settings
from django.db.models import Case, Count, F, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from search.engines import article_count
from search.models import Posting
from search.reading import Reading

RARENESS_SCALE = 100
HIGHEST_RARENESS = 2_000
# A pair of neighbours counts this part of what its two words count.
PAIR_SHARE = 4


def with_relevance(articles: QuerySet, reading: Reading, rareness_of_words: Sequence[int]) -> QuerySet:
    """Return the articles with their `relevance`, a whole number: what the words of a query count in them."""
    forms = [*reading.word_forms, *reading.pair_forms]
    pairs = zip(rareness_of_words, rareness_of_words[1:], strict=False)
    weights = [*rareness_of_words, *((first + second) // PAIR_SHARE for first, second in pairs)]
    cases = [When(word__in=stems, then=Value(weight)) for stems, weight in zip(forms, weights, strict=True)]
    if not cases:
        return articles.annotate(relevance=Value(0))
    held = Posting.objects.filter(article=OuterRef("pk"), word__in=_all(forms)).order_by()
    worth = Sum(F("weight") * Case(*cases, default=Value(0), output_field=IntegerField()))
    return articles.annotate(
        relevance=Coalesce(Subquery(held.values("article").annotate(total=worth).values("total")), 0)
    )


def score_sql(day: int) -> tuple[str, list[int]]:
    """Return the SQL of the score of a row with `relevance` and `day`, seen from a day.

    To the relevance of today's news `SEARCH_RECENCY` adds its percentage, half of that after its number of days, a
    third after twice as many. Whole numbers alone, so that every database works out the same.
    """
    percent, days = settings.SEARCH_RECENCY
    age = "CASE WHEN day < %s THEN %s - day ELSE 0 END"
    return f"relevance + relevance * %s / (({age} + %s) * 100)", [percent * days, day, day, days]


def rareness_of_words(reading: Reading) -> tuple[int, ...]:
    """Return how rare the words of a query are at this moment."""
    forms = reading.word_forms
    if not forms:
        return ()
    counted = Posting.objects.filter(word__in=_all(forms)).order_by()
    holding = dict(counted.values_list("word").annotate(Count("article")))
    total = article_count()
    return tuple(rareness(sum(holding.get(stem, 0) for stem in stems), total) for stems in forms)


def rareness(holding: int, total: int) -> int:
    """Return how much a word that so many of all articles hold tells, from 1 to `HIGHEST_RARENESS`."""
    total = max(total, holding)
    return max(
        1, min(HIGHEST_RARENESS, round(RARENESS_SCALE * log(1 + (total - holding + 0.5) / (holding + 0.5))))
    )


def holding_most(reading: Reading, needed: int) -> QuerySet:
    """Return the keys of the articles that hold at least so many of a query's words."""
    forms = reading.word_forms
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
