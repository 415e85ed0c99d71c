"""Words that occur nowhere else: canaries, which no reader may ever meet, and plain words, which one may."""

import base64
import binascii
import re
from collections.abc import Iterator

CANARY = "zq"
PLAIN = "pw"
WORD = re.compile(r"(?:zq|pw)\d{5}k", re.IGNORECASE)
CURSOR = re.compile(r"[A-Za-z0-9_-]{16,}")


class Words:
    """Gives out words and remembers what each stands for."""

    def __init__(self):
        self.meanings = {}

    def canary(self, meaning):
        """Return a new word for something hidden."""
        return self._word(CANARY, meaning)

    def plain(self, meaning):
        """Return a new word for something that readers may see."""
        return self._word(PLAIN, meaning)

    def canaries_in(self, text, besides=""):
        """Return what the canaries that stand in a text, or are encoded in it, were planted for.

        Those that stand in `besides` as well do not count.
        """
        found = set(words_in(text)) - set(words_in(besides))
        return sorted({self.meanings[word] for word in found if word.startswith(CANARY)})

    @property
    def canaries(self):
        """Every canary that was given out."""
        return [word for word in self.meanings if word.startswith(CANARY)]

    def _word(self, kind, meaning):
        word = f"{kind}{len(self.meanings):05d}k"
        self.meanings[word] = meaning
        return word


def words_in(text) -> Iterator[str]:
    """Yield the words of either kind in a text; cursors and the like are decoded first."""
    for part in (text, *_decoded(text)):
        yield from (word.lower() for word in WORD.findall(part))


def _decoded(text) -> Iterator[str]:
    for token in CURSOR.findall(text):
        try:
            yield base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode("latin-1")
        except binascii.Error:
            continue
