"""How slow this machine is at the moment, for the few bars that are times."""

import time
from collections.abc import Callable

NUMBERS = 300_000
SECONDS = 0.010
"""What a machine of usual speed, for which the bars are meant, takes to count so far."""


def slowness(clock: Callable[[], float] = time.process_time) -> float:
    """Return how many times longer than that this machine takes now, by a clock; 1 where it takes less."""
    started = clock()
    for _ in range(NUMBERS):
        pass
    return max(1.0, (clock() - started) / SECONDS)
