"""Finds what a misspelt word was meant to be, among the words of articles that a reader may see."""

from collections.abc import Callable, Iterable, Sequence

from django.db import connection
from django.db.models import F, QuerySet, Value

from cms.visibility import Visibility
from news.models import Article
from search import bulk
from search.engines import Matches, asked
from search.folding import words
from search.matching import Stems
from search.models import Spelling

SHORTEST = 3
LONGEST = 24
# How many words of a query are put right, how many candidates are weighed, in how many articles one is looked up.
MOST_CORRECTED = 2
MOST_CANDIDATES = 6
ARTICLES_ASKED = 5
# What counts as near where the keys find nothing; PostgreSQL's own default is 0.3.
TRIGRAM_SIMILARITY = 0.35

Forms = Callable[[str], tuple[str, ...]]


def learn(new_words: Iterable[str]) -> None:
    """Remember words, those that are new."""
    worth = {word for word in new_words if SHORTEST <= len(word) <= LONGEST and word.isalpha()}
    new = worth - set(Spelling.objects.filter(key__in=worth, word=F("key")).values_list("word", flat=True))
    rows = sorted((key, word) for word in new for key in keys(word))
    bulk.insert("search_spelling", ("key", "word"), rows, on_conflict="DO NOTHING")


def keys(word: str) -> set[str]:
    """Return a word and all that it becomes when one letter is left out."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def meant(typed: Sequence[str], forms: Forms, policy: Visibility, *, few: int = 0) -> dict[str, str]:
    """Return those of the words that at most `few` visible articles hold, with what must have been meant.

    That is the nearest word that more visible articles hold, as they spell it.
    """
    found: dict[str, str] = {}
    for word in typed:
        if len(found) == MOST_CORRECTED:
            break
        held = _articles_with(forms(word), policy)[: few + 1].count() if len(word) >= SHORTEST else few + 1
        nearest = _nearest(word, forms, policy, more_than=held) if held <= few else None
        if nearest:
            found[word] = nearest
    return found


def _nearest(word: str, forms: Forms, policy: Visibility, *, more_than: int) -> str | None:
    """Return the word nearest to one; of those equally near, the one that most articles hold."""
    held = []
    for candidate in candidates(word)[:MOST_CANDIDATES]:
        articles = _articles_with(forms(candidate), policy)
        spelt = _spelling_in(articles, candidate)
        count = articles.count() if spelt else 0
        if spelt and count > more_than:
            held.append((distance(word, candidate), -count, spelt))
    return min(held)[2] if held else None


def candidates(word: str) -> list[str]:
    """Return words near to one, the nearest first."""
    near = set(Spelling.objects.filter(key__in=keys(word)).values_list("word", flat=True)) - {word}
    if not near and connection.vendor == "postgresql":
        near = set(_by_trigrams(word)) - {word}
    return sorted(near, key=lambda candidate: (distance(word, candidate), candidate))


def _by_trigrams(word: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_limit(%s)", [TRIGRAM_SIMILARITY])
        cursor.execute(
            "SELECT word FROM search_spelling WHERE key = word AND word %% %s ORDER BY similarity(word, %s) DESC, word"
            " LIMIT %s",
            [word, word, MOST_CANDIDATES],
        )
        return [row[0] for row in cursor.fetchall()]


def distance(first: str, second: str) -> int:
    """Return how many letters are wrong, missing, too many or swapped with their neighbours."""
    rows = [list(range(len(second) + 1))]
    for i, left in enumerate(first, 1):
        row = [i]
        for j, right in enumerate(second, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (left != right))
            if i > 1 and j > 1 and left == second[j - 2] and first[i - 2] == right:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def _articles_with(stems: tuple[str, ...], policy: Visibility) -> QuerySet[Article]:
    return policy.pages(Article).filter(Matches(F("pk"), Value(asked(Stems(stems)))))


def _spelling_in(articles: QuerySet[Article], word: str) -> str | None:
    """Return a word as one of the latest articles spells it; `None` where they hold other forms of it only."""
    latest = articles.order_by("-display_date", "-pk").values_list(
        "title", "indexed__names", "indexed__passages"
    )
    for texts in latest[:ARTICLES_ASKED]:
        for text in texts:
            for found in words(text or ""):
                if found.folded == word:
                    return text[found.start : found.end].lower()
    return None
