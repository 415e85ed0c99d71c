"""Finds unfinished work that stands without brackets: TK, XXX, ???, “insert quote here”, dummy text.

Each pattern comes with the contexts in which the same letters are meant: a Turkish Airlines flight, the
Bangladeshi taka, the XXX Olympiad, kisses at the end of a letter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from news.gate.placeholders.contexts import (
    ADULT,
    COUNTED,
    INSURER_OR_AIRLINE,
    MONTH,
    NUMBERED_AFTER,
    NUMBERED_BEFORE,
    TENDER,
)

REACH = 48


@dataclass(frozen=True, slots=True)
class Pattern:
    """What to look for, and where it is meant.

    A passage without any of `signs`, in small letters, is not searched: most hold none.
    `unless` is matched against what surrounds a match, in which ¤ stands for it, and `beside` against the
    whole passage.
    """

    what: re.Pattern[str]
    signs: tuple[str, ...]
    unless: re.Pattern[str] | None = None
    beside: re.Pattern[str] | None = None

    def find(self, passage: str, small: str) -> Iterator[tuple[int, int]]:
        """Yield where it stands and is not meant; `small` is the passage in small letters."""
        if not any(sign in small for sign in self.signs) or (self.beside and self.beside.search(passage)):
            return
        for found in self.what.finditer(passage):
            start, end = found.span()
            around = f"{passage[max(0, start - REACH) : start]}¤{passage[end : end + REACH]}"
            if not (self.unless and self.unless.search(around)):
                yield start, end


def _pattern(what: str, *signs: str, unless: str = "", beside: str = "") -> Pattern:
    """Return a pattern from its expressions; capitals count in the first and in no other."""
    contexts = [re.compile(text, re.IGNORECASE | re.VERBOSE) if text else None for text in (unless, beside)]
    return Pattern(re.compile(what, re.VERBOSE), signs, *contexts)


TK = _pattern(
    r"(?<![\w.&/@\#-]) TK (?: (?![\w&/@]|-[A-Z0-9ÄÖÜ]|\.\w) | (?=(?:m|bn|tn|k)\b) )",
    "tk",
    unless=rf"""
        \A (?! (?s:.*) \b{MONTH}\s¤\s\d ) (?s:.*) ¤\s?\d     # flight TK 1951 and TK 500, but not May TK 2024
        | \d[\d.,]*\s?¤                                      # 500 TK
        | \b(?:flight|flug)\s¤
        | \b(?:die|der|den|dem|zur)\s¤ (?: \s+(?-i:[a-zäöü]) | \W*\Z | [.,;:!?)] )
    """,
    beside=INSURER_OR_AIRLINE,
)
REPEATED_TK = _pattern(r"(?i) \b(?:tk){2,}\b", "tk")
SMALL_TK = _pattern(
    r"(?<![\w.&/@\#-]) tk (?![\w&/@-]|\.\w)",
    "tk",
    unless=r"¤\.?\s?\d | \d[\d.,]*\s?¤",
    beside=r"\btcl | tkinter | python | \btaka\b | bangladesh | dhaka | domain",
)
XXX = _pattern(
    r"(?<![\w.@\#-]) XXX+ (?!\w|\.\w|-[A-Z])",
    "xx",
    unless=rf"""
        \b{NUMBERED_BEFORE}\s¤ | ¤\.?\s{NUMBERED_AFTER}\b | ¤[\s-]{ADULT}\b
        | ¤:\s(?:return|state)\b | ¤\s(?:gold|bitter|beer|lager|brewery)\b | castlemaine\s¤
    """,
)
SMALL_XXX = _pattern(
    r"(?<![\w.@\#/-]) (?:Xxx+|xxx+) (?!\w|\.\w)",
    "xx",
    unless=rf"\b{TENDER}\b[^¤]{{0,40}}¤[.!\s]*(?:[”\"’»]|\Z) | ¤[\s-]{ADULT}\b",
)
XX = _pattern(
    rf"""
    (?<![\w.@\#-]) [xX]{{2}} (?= \s?% )
    | (?<=[$€£]) [xX]{{2,}}
    | (?<![\w.@\#-]) [xX]{{2,}} (?= [\s-] (?i:{COUNTED}) \b )
    | (?i: (?<=\baged\ ) | (?<=\bage\ ) | (?<=\bum\ ) | (?<=\bam\ ) ) [xX]{{2,}} \b
    | \b (?:19|20) [xX]{{2}} \b
    """,
    "xx",
    unless=r"\bthe\s¤ | chromosom | super\sbowl\s¤ | dos\s¤ | \b(?:size|article|chapter|volume|part)\s¤",
)
MASK = _pattern(
    r"""(?i)
    (?<!\w) (?: x{2,4}[./:-]x{2,4}(?:[./:-]x{2,4})? | (?:dd|tt)[./-]mm[./-](?:yy|jj){1,2} | hh:mm ) (?!\w)
    """,
    "xx",
    "dd",
    "tt",
    "hh",
)
QUESTION_MARKS = _pattern(r"\?{3,}|\?(?:\s\?){2,}", "??", "? ?", unless=r"\w¤\s?[”\"’»“]")
BLANKS = _pattern(r"_{3,}", "___")
DUMMY_TEXT = _pattern(
    r"(?i:\b(?:lorem\ ipsum|dolor\ sit\ amet|fixme|max\ mustermann|todo(?=:))\b) | \bTODO\b",
    "lorem",
    "dolor",
    "fixme",
    "mustermann",
    "todo",
)
TO_BE_REPLACED = _pattern(
    r"""(?i)
    \b(?:insert|add|put|type|enter|write) \s+ (?:[\w']+\s+){1,5} here \b
    | \b(?:text|headline|caption|quote|name|photo|copy|image|picture|description|title|standfirst|body)
      \s+goes\s+here\b
    | \b(?:do\ not\ publish|not\ for\ publication)\b (?= \s*(?:\Z|[!.:–—-]) )
    """,
    "here",
    "publi",
    unless=r"\b(?:to|you|can|please|we|they|i|could|would|will|should|must|may|not|also|he|she)\s¤",
)
SHOUTED_NOTE = _pattern(
    r"""
    \b(?:INSERT|ADD|CHECK|CONFIRM|VERIFY|GET|NEEDS?) \s+ (?:[A-Z]+\s+){0,3}
      (?:QUOTES?|NAMES?|DATE|PHOTO|PICTURE|SOURCE|LINK|FIGURES?|NUMBERS?|SPELLING|CAPTION|DETAILS|HERE)\b
    | \b(?:QUOTE|NAME|DATE|PHOTO|PICTURE|SOURCE|FIGURES?|CAPTION|HEADLINE) \s+TO\s+(?:COME|FOLLOW)\b
    | \b(?:ZITAT|NAME|TEXT|BILD|FOTO|QUELLE|ZAHL|ZAHLEN)
      \s+(?:FOLGT|FOLGEN|FEHLT|EINFÜGEN|PRÜFEN|ERGÄNZEN)\b
    | \bBITTE\s+(?:PRÜFEN|ERGÄNZEN|CHECKEN|EINFÜGEN)\b
    """,
    "insert",
    "add",
    "check",
    "confirm",
    "verify",
    "get",
    "need",
    "quote",
    "name",
    "date",
    "photo",
    "picture",
    "source",
    "figure",
    "caption",
    "headline",
    "folg",
    "fehlt",
    "einfügen",
    "prüfen",
    "ergänzen",
    "bitte",
)
NOTHING_ELSE = _pattern(
    r"""(?i) \A\W*
    (?: tk|tbc|tbd|tba|todo|xxx?|placeholder|untitled|platzhalter|blindtext
      | (?:headline|title|caption|text|standfirst|credit|alt\ text|description|quote|name)\s+(?:goes\s+)?here
      | (?:text|bild|foto|name|zitat|überschrift)\s+(?:folgt|hier|fehlt) )
    \W*\Z""",
    "tk",
    "tb",
    "todo",
    "xx",
    "here",
    "hier",
    "place",
    "unti",
    "platz",
    "blind",
    "folgt",
    "fehlt",
)

PATTERNS = (
    TK,
    REPEATED_TK,
    SMALL_TK,
    XXX,
    SMALL_XXX,
    XX,
    MASK,
    QUESTION_MARKS,
    BLANKS,
    DUMMY_TEXT,
    TO_BE_REPLACED,
    SHOUTED_NOTE,
    NOTHING_ELSE,
)
