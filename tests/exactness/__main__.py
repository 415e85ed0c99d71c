"""Runs the proof at any size: `DATABASE_URL=… python -m tests.exactness --steps 20000`.

The database must be an empty one; a SQLite file is made. Exits with 1 at the first difference.
"""

import argparse
import time

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django must be set up before

from tests.exactness.proof import prove  # noqa: E402 - as above

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--questions", type=int, default=3, help="asked of each process after each step")
    parser.add_argument("--seed", type=int, help="the same steps again")
    parser.add_argument("--deaf-to", nargs="*", default=[], help="kinds of keys to miss, as a planted fault")
    given = parser.parse_args()
    call_command("migrate", verbosity=0)
    started = time.monotonic()
    prove(given.steps, planted=tuple(given.deaf_to), questions=given.questions, seed=given.seed)
    print(f"No difference, in {time.monotonic() - started:.0f} seconds")
