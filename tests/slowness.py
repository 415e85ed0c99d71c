"""How slow this machine is at the moment, for what may take so much of a processor's time on a usual one."""

import gc
import time
from collections.abc import Callable

NUMBERS = 300_000
SECONDS = 0.010
"""What a machine of usual speed, for which such a bar is meant, takes to count so far."""
TRIES = 12


def slowness(clock: Callable[[], float] = time.thread_time) -> float:
    """Return how many times longer than that this machine takes now; 1 where it takes less.

    A clock of the wall counts as well what others keep it from.
    """
    started = clock()
    for _ in range(NUMBERS):
        pass
    return max(1.0, (clock() - started) / SECONDS)


def least_seconds(
    call: Callable[[], object], *, bar: float, afresh: Callable[[], object] = lambda: None
) -> float:
    """Return what a call takes of this thread's processor, in seconds of a machine of usual speed.

    It is tried again, each time after `afresh`, until it stays below the bar: neither a busy moment of the machine nor
    what others left for the garbage collector is its cost. Nor is the depth of the tests' own stack: where a loop's
    calls happen to cross from one piece of Python's stack to the next, each of them asks the kernel for memory. So
    each try stands a little deeper.
    """
    least = float("inf")
    for attempt in range(TRIES):
        time.sleep(attempt * 0.1)
        afresh()
        slow = slowness()
        gc.disable()
        try:
            taken = _deeper(attempt * 8, lambda: _seconds(call))
        finally:
            gc.enable()
        least = min(least, taken / max(slow, slowness()))
        if least < bar:
            break
    return least


def _deeper(steps: int, call: Callable[[], float]) -> float:
    return _deeper(steps - 1, call) if steps else call()


def _seconds(call: Callable[[], object]) -> float:
    started = time.thread_time()
    call()
    return time.thread_time() - started
