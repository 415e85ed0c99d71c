"""A bracket in a text, and what can be said of it without knowing what it means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from news.gate.placeholders.folding import fold
from news.gate.placeholders.quotation import in_quotation

PAIRS = re.compile(r"\[([^\[\]]{0,120})\]|\{([^{}]{0,120})\}|<([^<>]{1,120})>|\(([^()]{1,80})\)")
WORDS = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
ADDRESSEE = re.compile(r"^(?:editor|ed|eds|sub|subs|desk|copy desk|red|redaktion|note|nb)\s*:\s*")
NEARBY = 40
LAST_WORD = re.compile(r"([^\W_]+)\W*$")
PREPOSITIONS = {
    *("in", "at", "on", "from", "by", "with", "to", "near", "of", "for", "since", "until", "after", "before"),
    *("said", "says", "told", "stated", "added", "aged"),
}


@dataclass(frozen=True)
class Bracket:
    """What stands between two brackets, with its surroundings.

    `quoted` says that the whole passage is somebody's words, as in a quotation set apart.
    """

    passage: str
    start: int
    end: int
    inside: str
    opener: str
    quoted: bool = False

    @cached_property
    def folded(self) -> str:
        """The words inside, in one spelling, without whom they address and the marks at their end."""
        return ADDRESSEE.sub("", fold(self.inside)).strip(" .,:;!?…-–—_*\"'")

    @cached_property
    def is_addressed(self) -> bool:
        """Whether it speaks to the people who edit: “sub: can this go up?”."""
        return fold(self.inside).startswith(("sub:", "subs:", "desk:", "copy desk:", "@"))

    @cached_property
    def words(self) -> list[str]:
        """The folded words."""
        return WORDS.findall(self.folded)

    @cached_property
    def letters(self) -> str:
        """The letters, as they were typed."""
        return "".join(char for char in self.inside if char.isalpha())

    @cached_property
    def has_case(self) -> bool:
        """Whether the script has capitals."""
        return self.letters.upper() != self.letters.lower()

    @cached_property
    def shouts(self) -> bool:
        """Whether it stands in capitals in a text that does not."""
        if not (self.has_case and self.letters.isupper()):
            return False
        around = self.passage[: self.start] + self.passage[self.end :]
        return not (around.isupper() and len(around.strip()) > 3)

    @cached_property
    def asks(self) -> bool:
        """Whether it ends with a question mark."""
        return self.inside.rstrip(" .!\u200e\u200f").endswith(("?", "؟", "？"))

    @cached_property
    def is_quoted(self) -> bool:
        """Whether it stands among somebody's words, where brackets complete a sentence."""
        return self.quoted or in_quotation(self.passage, self.start)

    @cached_property
    def word_before(self) -> str:
        """The folded word before it; empty at the start."""
        found = LAST_WORD.search(self.passage[max(0, self.start - NEARBY) : self.start])
        return fold(found.group(1)) if found else ""

    @cached_property
    def ends_a_phrase(self) -> bool:
        """Whether no word follows directly: punctuation does, or nothing."""
        return not re.match(r"\s*[^\W_]", self.passage[self.end :])

    @cached_property
    def joins_words(self) -> bool:
        """Whether it reads on in lower case, as words do that complete a sentence."""
        return bool(re.match(r"\s+[^\W\d_]", self.passage[self.end :])) and (
            self.passage[self.end :].lstrip()[:1].islower() or not self.has_case
        )

    @cached_property
    def after_a_preposition(self) -> bool:
        """Whether the word before leaves something open: in, on, by, said."""
        return not self.word_before or self.word_before in PREPOSITIONS


def brackets(passage: str, *, quoted: bool = False) -> Iterator[Bracket]:
    """Yield the innermost brackets of a text."""
    for found in PAIRS.finditer(passage):
        inside = next(group for group in found.groups() if group is not None)
        yield Bracket(passage, found.start(), found.end(), inside, found.group()[0], quoted)
