"""Makes one spelling of many, so that a vocabulary needs each word once."""

import unicodedata
from functools import lru_cache

# Arabic, Persian and Urdu keyboards write the same letter with different characters.
ONE_LETTER = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ہ": "ه", "ۃ": "ه", "ھ": "ه", "ە": "ه", "ـ": ""}
)
APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return text without case, accents, vowel signs, invisible marks and letter variants."""
    decomposed = unicodedata.normalize("NFKD", text.translate(APOSTROPHES))
    visible = "".join(char for char in decomposed if unicodedata.category(char) not in {"Mn", "Cf"})
    return " ".join(visible.casefold().translate(ONE_LETTER).split())


def plain_width(text: str) -> str:
    """Return text of the same length with full-width forms and odd brackets and spaces as ASCII."""
    return "".join(ASCII_FORMS.get(char, char) for char in text)


ASCII_FORMS = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000", " "),
    "【": "[",
    "】": "]",
    "〔": "[",
    "〕": "]",
    "⟦": "[",
    "⟧": "]",
    "\u061f": "?",
}
