"""Turns an article's texts into what the index keeps: its words in order, and how often each stands where."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from search.fields import HIGHEST_COUNT
from search.folding import folded_words
from search.stemming import is_stop_word, stem
from search.texts import ArticleTexts


@dataclass(slots=True)
class Weighed:
    """An article's words: the stems of each text in order, how much each counts, and the words before stemming.

    `length` is the number of words that tell something.
    """

    sequences: list[list[str]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    length: int = 0
    vocabulary: set[str] = field(default_factory=set)


def weigh(texts: ArticleTexts) -> Weighed:
    """Return an article's words. Words that tell nothing apart are not counted, and do not part a pair."""
    weighed = Weighed()
    counts: dict[str, int] = defaultdict(int)
    language = texts.language
    for part, text in texts.texts:
        folded = folded_words(text)
        weighed.vocabulary.update(folded)
        weighed.sequences.append([stem(word, language) for word in folded])
        telling = [stem(word, language) for word in folded if not is_stop_word(word, language)]
        weighed.length += len(telling)
        for word in (*telling, *pairs(telling)) if part.pairs else telling:
            counts[word] += part.weight
    weighed.counts = {word: min(count, HIGHEST_COUNT) for word, count in counts.items()}
    return weighed


def pairs(words: Sequence[str]) -> Iterable[str]:
    """Yield neighbours as the index writes them."""
    return (f"{first} {second}" for first, second in zip(words, words[1:], strict=False))
