"""What a parsed query means to the index: stems instead of words, and the words that tell articles apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from search.language import ParsedQuery, Term
from search.matching import AllOf, AnyOf, Expression, Phrase, Stems
from search.stemming import is_stop_word, stem, stems

# So many words are a sentence, of which an article need not hold every one.
WORDS_OF_A_SENTENCE = 3
WORDS_OF_A_LONG_SENTENCE = 6


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages that a query's words may be of; the first one decides which of them are too frequent."""

    codes: tuple[str, ...]

    def telling(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the words without those that are in every other article."""
        return tuple(word for word in words if not is_stop_word(word, self.codes[0]))


class Reading:
    """A parsed query as the engines and the ranking take it."""

    def __init__(self, query: ParsedQuery, languages: Languages) -> None:
        self.query = query
        self.languages = languages

    @cached_property
    def clauses(self) -> list[tuple[Term, ...]]:
        """The clauses without those that ask for nothing but frequent words, unless there are no others."""
        telling = [
            clause
            for clause in self.query.clauses
            if any(len(term.words) > 1 or self.languages.telling(term.words) for term in clause)
        ]
        return telling or self.query.clauses

    @cached_property
    def required(self) -> Expression | None:
        """What an article must hold; `None` when every article will do."""
        parts = [self._any_of(clause) for clause in self.clauses]
        return AllOf(tuple(parts)) if parts else None

    @cached_property
    def insisted(self) -> Expression | None:
        """What an article must hold even where a part of the words will do: whatever is in quotation marks."""
        parts = [self._any_of(clause) for clause in self.clauses if any(term.is_quoted for term in clause)]
        return AllOf(tuple(parts)) if parts else None

    @cached_property
    def excluded(self) -> Expression | None:
        """What an article must not hold."""
        return self._any_of(tuple(self.query.excluded)) if self.query.excluded else None

    def _any_of(self, terms: Sequence[Term]) -> Expression:
        parts = tuple(self._expression(term) for term in terms)
        return parts[0] if len(parts) == 1 else AnyOf(parts)

    def _expression(self, term: Term) -> Expression:
        if len(term.words) == 1:
            return Stems(self.forms(term.words[0]))
        runs = (tuple(stem(word, code) for word in term.words) for code in self.languages.codes)
        return Phrase(tuple(dict.fromkeys(runs)))

    def forms(self, word: str) -> tuple[str, ...]:
        """Return the stems that a word of the query stands for."""
        return stems(word, self.languages.codes)

    @cached_property
    def _alike(self) -> dict[tuple[str, ...], list[str]]:
        """The words that are ranked by, forms of one word together."""
        alike: dict[tuple[str, ...], list[str]] = {}
        for term in dict.fromkeys(term for clause in self.clauses for term in clause):
            for word in self.languages.telling(term.words):
                alike.setdefault(self.forms(word), []).append(word)
        return alike

    @cached_property
    def words(self) -> list[str]:
        """The words that are ranked by, each once."""
        return [words[0] for words in self._alike.values()]

    def times(self, word: str) -> int:
        """Return how often the query holds one of `words`, other forms of it included."""
        return sum(self.query.times[each] for each in set(self._alike[self.forms(word)]))

    @cached_property
    def word_forms(self) -> list[tuple[str, ...]]:
        """For each of `words`, the stems that it stands for."""
        return [self.forms(word) for word in self.words]

    @cached_property
    def pair_forms(self) -> list[tuple[str, ...]]:
        """For each two of `words` that are neighbours in the query, how the index writes the pair."""
        return [
            tuple(dict.fromkeys(f"{stem(first, code)} {stem(second, code)}" for code in self.languages.codes))
            for first, second in zip(self.words, self.words[1:], strict=False)
        ]

    @property
    def is_sentence(self) -> bool:
        """Whether an article that holds many of the words will do where none holds them all."""
        return min(len(self.clauses), len(self.words)) >= WORDS_OF_A_SENTENCE

    @property
    def is_spoken(self) -> bool:
        """Whether it reads as a question or a statement rather than as key words: long, or with small words in it."""
        return len(self.words) >= WORDS_OF_A_LONG_SENTENCE or len(self.clauses) < len(self.query.clauses)
