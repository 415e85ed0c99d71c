"""One way to fold words, for the index, the query, the highlight and the tag match.

Folded away: case, diacritics, typographic forms, invisible characters (zero-width joiners, direction marks,
soft hyphens), the letter variants of Arabic script and the digits of other scripts. `words` finds words in a
text where they stand, so that what matches folded can be shown as it is spelt.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

MAXIMUM_WORD = 64
CACHED_WORDS = 200_000

ARABIC_LETTERS = {
    "ي": "ی ى ې ۍ ے ئ ۓ ێ ۑ",
    "ك": "ک ڪ",
    "ه": "ة ہ ھ ە ۀ ۂ ۃ ۿ",
    "ا": "أ إ آ ٱ",
    "و": "ؤ",
    "گ": "ګ",
    "": "ـ ء",
}
LATIN_LETTERS = {
    "ae": "æ",
    "o": "ø",
    "oe": "œ",
    "l": "ł",
    "d": "đ ð",
    "th": "þ",
    "i": "ı",
    "ss": "ß",
    "h": "ħ",
}
# Vowel signs of Indic scripts are letters to their readers and stay; these are not.
DIACRITICS = (
    (0x0300, 0x036F), (0x0483, 0x0487), (0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670),
    (0x06D6, 0x06ED), (0x08CA, 0x08FF), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F),
)  # fmt: skip
APOSTROPHES = "'\u2019\u2018\u02bc\u2032\uff07`\u00b4"


def _folded_letters() -> dict[int, str]:
    table = {ord(variant): to for to, variants in ARABIC_LETTERS.items() for variant in variants.split()}
    table |= {ord(variant): to for to, variants in LATIN_LETTERS.items() for variant in variants.split()}
    table |= {code: "" for first, last in DIACRITICS for code in range(first, last + 1)}
    for code in range(sys.maxunicode + 1):
        category = unicodedata.category(chr(code))
        if category == "Cf":
            table[code] = ""
        elif category == "Nd":
            table[code] = str(unicodedata.digit(chr(code)))
    return table


FOLDED_LETTERS = _folded_letters()


def _inside_words() -> str:
    """Return what stands inside words beside letters and digits, as part of a character class."""
    return "".join(
        f"\\u{code:04x}"
        for code in range(0x10000)
        if unicodedata.category(chr(code)) in {"Mn", "Mc", "Me", "Cf"}
    )


# Chinese characters and kana stand without spaces, so each is a word of its own.
ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
LETTER = rf"(?:[^\W_{ALONE}]|[{_inside_words()}])"
WORD = re.compile(rf"[{ALONE}]|{LETTER}+(?:[{APOSTROPHES}]{LETTER}+)*")
POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s$")
NO_LETTER = re.compile(rf"[^\w{_inside_words()}]|_")


class Word(NamedTuple):
    """A word in a text: where it stands, and what it is folded to."""

    start: int
    end: int
    folded: str


@lru_cache(CACHED_WORDS)
def fold(word: str) -> str:
    """Return a word folded; empty when it was nothing but marks."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", plain).translate(FOLDED_LETTERS))
    return NO_LETTER.sub("", POSSESSIVE.sub("", plain))[:MAXIMUM_WORD]


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text in order."""
    for match in WORD.finditer(text):
        if folded := fold(match.group()):
            yield Word(match.start(), match.end(), folded)


def folded_words(text: str) -> list[str]:
    """Return the folded words of a text in order."""
    return [word.folded for word in words(text)]
