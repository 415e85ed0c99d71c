"""How much a word tells, by how few articles hold it."""

from math import log

RARENESS_SCALE = 100
HIGHEST_RARENESS = 2_000


def rareness(holding: int, total: int) -> int:
    """Return how much a word that so many of all articles hold tells, from 1 to `HIGHEST_RARENESS`."""
    total = max(total, holding)
    return max(
        1, min(HIGHEST_RARENESS, round(RARENESS_SCALE * log(1 + (total - holding + 0.5) / (holding + 0.5))))
    )
