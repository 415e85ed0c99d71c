"""How slow this machine is at the moment, for what may take so much of a processor's time on a usual one."""

import time

NUMBERS = 300_000
SECONDS = 0.010
"""What a machine of usual speed, for which such a bar is meant, takes to count so far."""


def slowness() -> float:
    """Return how many times longer than that this machine takes now; 1 where it takes less."""
    started = time.process_time()
    for _ in range(NUMBERS):
        pass
    return max(1.0, (time.process_time() - started) / SECONDS)
