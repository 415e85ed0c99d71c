"""What clients send as text and lists: characters that no database takes, lists of any length."""

import re
from typing import Any

# NUL, and halves of surrogate pairs.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def cleaned(text: str) -> str:
    """Return the text with each such character replaced: it may match nothing, but breaks nothing."""
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


def longest_list(value: Any) -> int:
    """Return the length of the longest list anywhere in decoded JSON."""
    if isinstance(value, list):
        return max(len(value), *map(longest_list, value), 0)
    if isinstance(value, dict):
        return max(map(longest_list, value.values()), default=0)
    return 0
