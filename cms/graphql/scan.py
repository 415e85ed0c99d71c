"""Counts what a document holds without parsing it: one regular expression, a fraction of a millisecond.

Parsing and validating cost a hundred times more than counting, so what is too large is refused here, and
the refusal can name the exact number. For a document that parses the counts are exact; for one that does
not, the parser stops at the first error and has by then seen no more than what was counted.
"""

import re
from dataclasses import dataclass

# Strings that are never closed run to the end of the line or the document, as one token: the expression
# must not go back and try again, or a row of quotes would cost quadratic time.
TOKEN = re.compile(
    r'"""(?:[^"\\]|\\"""|\\|"(?!""))*(?:"""|\Z)'
    r'|"(?:[^"\\\n\r]|\\.)*"?'
    r"|#[^\n\r]*"
    r"|[_A-Za-z][_0-9A-Za-z]*"
    r"|-?[0-9][0-9.eE+-]*"
    r"|\.\.\."
    r"|[!$&()\[\]:=@{|}]"
)
OPENING = frozenset("([")
CLOSING = frozenset(")]")
# A name behind these is a part of what was counted already: an aliased field, a fragment's name, a directive.
NOT_A_SELECTION = frozenset({":", "...", "@"})


@dataclass(slots=True)
class Counts:
    """What a document holds. A limit of the same name bounds each."""

    tokens: int = 0
    definitions: int = 0
    selections: int = 0
    aliases: int = 0
    directives: int = 0
    variables: int = 0


def count(source: str) -> Counts:
    """Return the counts of a document."""
    tokens = [token for token in TOKEN.findall(source) if token[0] != "#"]
    counts = Counts(tokens=len(tokens))
    counts.directives = tokens.count("@")
    braces = brackets = 0
    previous = before = ""
    for token in tokens:
        if token in OPENING:
            brackets += 1
        elif token in CLOSING:
            brackets -= 1
        elif brackets > 0:
            # Arguments, their values, and the definitions of variables: only those have a colon behind.
            counts.variables += token == ":" and before == "$"
        elif token == "{":
            counts.definitions += braces == 0
            braces += 1
        elif token == "}":
            braces -= 1
        elif braces > 0:
            _count_selection(counts, token, previous, before)
        before, previous = previous, token
    return counts


def _count_selection(counts: Counts, token: str, previous: str, before: str) -> None:
    """Count a token that stands directly in a selection set."""
    if token == "...":
        counts.selections += 1
    elif token == ":":
        counts.aliases += 1
    elif _is_name(token) and previous not in NOT_A_SELECTION and (previous, before) != ("on", "..."):
        counts.selections += 1


def _is_name(token: str) -> bool:
    return token[0] == "_" or token[0].isalpha()
