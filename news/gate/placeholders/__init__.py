"""Finds what an editor left for later in a text: `[WHERE]`, `TK`, `XXX`, `???`, `[کہاں]`.

It reads one passage at a time and knows no model. What a quotation needs (`[sic]`, `[the president]`) stays.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from news.gate.placeholders.bare import PATTERNS
from news.gate.placeholders.bracket import brackets
from news.gate.placeholders.bracket_rules import is_placeholder
from news.gate.placeholders.folding import fold, plain_width

__all__ = ["Placeholder", "SiteWords", "find_placeholders", "fold"]


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Where a placeholder stands in its passage, and its text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class SiteWords:
    """What one newsroom adds to the vocabulary: marks of its own, and what it always means."""

    unfinished: Sequence[str] = ()
    meant: Sequence[str] = ()


def find_placeholders(
    passage: str, *, quoted: bool = False, words: SiteWords | None = None
) -> list[Placeholder]:
    """Return what is unfinished in a passage, in order and without overlaps.

    `quoted` says that the passage is somebody's words, in which small words in brackets complete a sentence.
    """
    words = words or SiteWords()
    text = plain_width(passage)
    spans = [(each.start, each.end) for each in brackets(text, quoted=quoted) if is_placeholder(each)]
    small = text.lower()
    spans += [span for pattern in PATTERNS for span in pattern.find(text, small)]
    spans += [span for mark in words.unfinished for span in _literal(mark, text)]
    meant = [span for phrase in words.meant for span in _literal(phrase, text)]
    return [
        Placeholder(start, end, passage[start:end])
        for start, end in _outermost(spans)
        if not _covered(start, end, meant)
    ]


def _literal(phrase: str, text: str) -> list[tuple[int, int]]:
    """Return where a phrase stands as whole words; capitals count when the phrase has any."""
    words = rf"(?<!\w){re.escape(phrase)}" if phrase[:1].isalnum() else re.escape(phrase)
    words += r"(?!\w)" if phrase[-1:].isalnum() else ""
    case = re.IGNORECASE if phrase == phrase.lower() else 0
    return [found.span() for found in re.finditer(words, text, case)] if phrase else []


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _covered(start: int, end: int, meant: list[tuple[int, int]]) -> bool:
    return any(left < end and start < right for left, right in meant)
