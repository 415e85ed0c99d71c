"""Shows where a text matches: found folded and stemmed, shown as it is spelt."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from search.folding import WORD, fold
from search.stemming import stem

LONGEST_EXCERPT = 240
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage, once with matches in `mark` elements and everything else escaped, once plain."""

    html: str
    text: str


class Match(NamedTuple):
    """A word of the query in a text: where it stands, and which of the query's words it is."""

    start: int
    end: int
    place: int


class Highlighter:
    """Marks the words of one query in texts of one language."""

    def __init__(self, forms: Sequence[Sequence[str]], language: str) -> None:
        self._place = {form: place for place, stems in enumerate(forms) for form in stems}
        self._language = language
        self._seen: dict[str, int | None] = {}

    def marked(self, text: str) -> str:
        """Return a text as HTML with its matches in `mark` elements."""
        return self._marked(text, 0, len(text), self._found(text))

    def excerpt(self, passages: str) -> Excerpt:
        """Return the part of a text that holds the most different words of the query, else its beginning."""
        found = self._found(passages)
        start, end = self._best_window(passages, found)
        before, after = ELLIPSIS * (start > 0), ELLIPSIS * (end < len(passages.rstrip()))
        text = passages[start:end]
        html = self._marked(passages, start, end, [word for word in found if start <= word.start < end])
        return Excerpt(*(f"{before}{' '.join(part.split())}{after}" for part in (html, text)))

    def _found(self, text: str) -> list[Match]:
        seen = self._seen
        found = []
        for match in WORD.finditer(text):
            spelt = match.group()
            if spelt in seen:
                place = seen[spelt]
            else:
                place = seen[spelt] = self._place.get(stem(fold(spelt), self._language))
            if place is not None:
                found.append(Match(match.start(), match.end(), place))
        return found

    def _best_window(self, text: str, found: Sequence[Match]) -> tuple[int, int]:
        """Return where the best passage starts and ends: most different words, then most words, then first."""
        best, best_start = (0, 0), 0
        for first, word in enumerate(found):
            inside = [each for each in found[first:] if each.end <= word.start + LONGEST_EXCERPT * 3 // 4]
            worth = (len({each.place for each in inside}), len(inside))
            if worth > best:
                best, best_start = worth, word.start
        start = self._sentence_start(text, best_start)
        return start, self._word_end(text, start + LONGEST_EXCERPT)

    def _sentence_start(self, text: str, place: int) -> int:
        """Return where to begin so that a match is not far: at its line or sentence, else some words before it."""
        earliest = max(0, place - LONGEST_EXCERPT // 4)
        line = text.rfind("\n", 0, place) + 1
        if line >= earliest:
            return line
        for mark in (". ", "? ", "! ", "۔ ", "؟ ", " "):
            sentence = text.find(mark, earliest, place)
            if sentence >= 0:
                return sentence + len(mark)
        return place

    def _word_end(self, text: str, place: int) -> int:
        if place >= len(text):
            return len(text)
        space = max(
            text.rfind(" ", place - LONGEST_EXCERPT // 4, place),
            text.rfind("\n", place - LONGEST_EXCERPT // 4, place),
        )
        return space if space > 0 else place

    def _marked(self, text: str, start: int, end: int, found: Sequence[Match]) -> str:
        parts = []
        for word in found:
            parts += [escape(text[start : word.start]), f"<mark>{escape(text[word.start : word.end])}</mark>"]
            start = word.end
        return "".join([*parts, escape(text[start:end])])
