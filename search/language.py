"""Reads what a reader typed. Nothing in it is an error: what makes no sense as an operator is searched as words.

budget ferry            both words
"ferry subsidy"         the phrase
-football               without the word
ferry OR boat           one of the two
tag:libraries by:"Ines Calloway" section:politics source:tass after:2024-05 before:2024-06-13
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from search.folding import fold, folded_words, words

LONGEST_QUERY = 2_000
MOST_WORDS = 100
QUOTES = '"“”„«»‟'
SHORTHANDS = ("tag", "by", "section", "source", "before", "after")
PIECE = re.compile(
    rf"(?P<minus>[-−](?=[^\s\-−]))?(?:(?P<shorthand>{'|'.join(SHORTHANDS)}):)?"
    rf"(?:[{QUOTES}](?P<quoted>[^{QUOTES}]*)[{QUOTES}]|(?P<bare>[^\s{QUOTES}]+))",
    re.IGNORECASE,
)
DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or a phrase of several, folded; `is_quoted` where the reader insists on it."""

    words: tuple[str, ...]
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Shorthand:
    """A filter written into the query, such as tag:libraries."""

    name: str
    value: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class DateBound:
    """A date written into the query: only before it, or only from it on."""

    before: bool
    date: date


@dataclass(slots=True)
class ParsedQuery:
    """What a query asks. Of each clause one term is needed; none of `excluded` may be there.

    `times`: how often each word is in it, what is excluded left out.
    """

    clauses: list[tuple[Term, ...]] = field(default_factory=list)
    excluded: list[Term] = field(default_factory=list)
    shorthands: list[Shorthand] = field(default_factory=list)
    dates: list[DateBound] = field(default_factory=list)
    times: Counter[str] = field(default_factory=Counter)
    is_blank: bool = True

    @property
    def terms(self) -> list[Term]:
        """The terms that are looked for, each once."""
        return list(dict.fromkeys(term for clause in self.clauses for term in clause))

    @property
    def finds_nothing(self) -> bool:
        """Whether something was typed and none of it can be searched: an emoji, a lone quotation mark."""
        return not (self.is_blank or self.clauses or self.excluded or self.shorthands or self.dates)

    def with_words(self, other: dict[str, str]) -> "ParsedQuery":
        """Return the query with some of its words replaced by others, which need not be folded."""
        folded = {word: fold(meant) for word, meant in other.items()}
        clauses = [
            tuple(
                replace(term, words=tuple(folded.get(word, word) for word in term.words)) for term in clause
            )
            for clause in self.clauses
        ]
        times: Counter[str] = Counter()
        for word, number in self.times.items():
            times[folded.get(word, word)] += number
        return replace(self, clauses=clauses, times=times)


def parse(text: str) -> ParsedQuery:
    """Return what a text asks."""
    text = text[:LONGEST_QUERY]
    query = ParsedQuery(is_blank=not text.strip())
    left = MOST_WORDS
    joining = False
    pieces = list(PIECE.finditer(text))
    for place, piece in enumerate(pieces):
        if _is_or(pieces, place) and query.clauses:
            joining = True
            continue
        if piece["shorthand"] and _read_shorthand(piece, query):
            continue
        for term in _terms(piece):
            term = replace(term, words=term.words[:left])
            left -= len(term.words)
            if term.words:
                _add(term, query, excluded=bool(piece["minus"]), joining=joining)
                joining = False
    return query


def _is_or(pieces: list[re.Match[str]], place: int) -> bool:
    """Return whether a piece is an OR between two things that may be alternatives."""
    around = pieces[place - 1 : place] + pieces[place + 1 : place + 2]
    return (
        pieces[place].group() == "OR"
        and len(around) == 2
        and all(
            not (each["minus"] or each["shorthand"]) and any(folded_words(each.group())) for each in around
        )
    )


def _terms(piece: re.Match[str]) -> Iterator[Term]:
    """Yield a piece's terms: what is quoted or written together is a phrase, a failed shorthand is words."""
    found = tuple(folded_words(_value(piece)))
    if piece["shorthand"]:
        yield from (Term((word,)) for word in (*folded_words(piece["shorthand"]), *found))
    elif found:
        yield Term(found, is_quoted=piece["quoted"] is not None)


def _add(term: Term, query: ParsedQuery, *, excluded: bool, joining: bool) -> None:
    if excluded:
        query.excluded.append(term)
        return
    query.times.update(term.words)
    if joining:
        query.clauses[-1] = (*query.clauses[-1], term)
    elif (term,) not in query.clauses:
        query.clauses.append((term,))


def _value(piece: re.Match[str]) -> str:
    return piece["bare"] if piece["quoted"] is None else piece["quoted"]


def _read_shorthand(piece: re.Match[str], query: ParsedQuery) -> bool:
    """Take a piece as a shorthand; return whether it could be taken so."""
    name, value = piece["shorthand"].lower(), _value(piece)
    if name in {"before", "after"}:
        day = read_date(value)
        if day is None or piece["minus"]:
            return False
        query.dates.append(DateBound(before=name == "before", date=day))
        return True
    if not any(words(value)):
        return False
    query.shorthands.append(Shorthand(name, value, excluded=bool(piece["minus"])))
    return True


def read_date(text: str) -> date | None:
    """Return the first day of 2024, 2024-05 or 2024-05-29, in digits of any script; `None` for no date."""
    found = DATE.fullmatch("-".join(folded_words(text)))
    if not found:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def spelt_with(text: str, other: dict[str, str]) -> str:
    """Return a query as it was typed, with some of its words replaced by others."""
    text = text[:LONGEST_QUERY]
    parts: list[str] = []
    end = 0
    for word in words(text):
        if word.folded in other:
            parts += [text[end : word.start], other[word.folded]]
            end = word.end
    return "".join([*parts, text[end:]]).strip()
