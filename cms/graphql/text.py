"""Characters that no text needs and no database takes: NUL, and halves of surrogate pairs."""

import re
from typing import Any

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def cleaned(text: str) -> str:
    """Return the text with each such character replaced, so that it is refused or not found, never a crash."""
    return UNSTORABLE.sub(REPLACEMENT, text)


def cleaned_values(value: Any) -> Any:
    """Return decoded JSON with every string in it cleaned, names included."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, list):
        return [cleaned_values(item) for item in value]
    if isinstance(value, dict):
        return {cleaned(name): cleaned_values(item) for name, item in value.items()}
    return value
