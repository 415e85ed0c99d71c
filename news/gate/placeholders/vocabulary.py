"""What newsrooms write into brackets, in every language at once: a newsroom mixes them, also inside a story.

Each file in `words/` is a language; a further file is a further language.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from news.gate.placeholders.folding import fold

WORDS = Path(__file__).parent / "words"
Entries = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Folded words and phrases.

    `questions` ask for what is missing; in a script with capitals they count when they stand in capitals, or
    outside quotation marks. `firm_questions` never join words in a quotation, so they always count.
    `asked_words` are so common that only a question mark makes them one.
    `copy_nouns` name what an editor still has to find: a name, a date, a quotation.
    `firm_nouns` are those that no speaker's words lack, so they count inside quotation marks too.
    `shouted_nouns` count in capitals only.
    `orders` begin a note to a colleague, `firm_orders` begin nothing else; `endings` end one.
    `notes` are whole notes: “more to come”; `loose_notes` may also join words in a quotation.
    `settled` words say that a bracket is meant for readers: withheld, inaudible, editor's note.
    `agencies` and small words stand in a picture's credit: “[Foto: dpa]”.
    `determiners` begin or precede words that complete a quotation: “[the president]”, “this [city]”;
    `joiners` only begin them: “[in Geneva]”.
    """

    questions: Entries
    firm_questions: Entries
    asked_words: Entries
    copy_nouns: Entries
    firm_nouns: Entries
    shouted_nouns: Entries
    orders: Entries
    firm_orders: Entries
    endings: Entries
    notes: Entries
    loose_notes: Entries
    settled: Entries
    agencies: Entries
    determiners: Entries
    joiners: Entries


def read_vocabulary(files: Iterable[Path]) -> Vocabulary:
    """Return the vocabularies of several languages as one; a list that a file does not know is refused."""
    kinds: dict[str, set[str]] = {field.name: set() for field in fields(Vocabulary)}
    for file in files:
        for kind, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
            kinds[kind].update(fold(entry) for entry in entries)
    return Vocabulary(**{kind: frozenset(entries) for kind, entries in kinds.items()})


VOCABULARY = read_vocabulary(sorted(WORDS.glob("*.toml")))
