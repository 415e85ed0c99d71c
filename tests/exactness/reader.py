"""One process that answers from its cache, a line of questions at a time, by a clock that it is told.

Named watched tables (as arguments) say nothing here: that is the fault that the proof must find.
"""

import json
import sys
from datetime import datetime

import django
import time_machine

django.setup()

from cms.answers import movements  # noqa: E402 - Django must be set up before
from cms.urls import endpoint  # noqa: E402 - as above
from tests.exactness.readers import answer  # noqa: E402 - as above


def deaf_to(kinds: set[str]) -> None:
    """Miss every change that keys of these kinds tell of."""
    heard = movements.expanded

    def missing(keys):
        found = heard(keys)
        return {
            key: {each for each in entailed if each.partition(":")[0] not in kinds}
            for key, entailed in found.items()
        }

    movements.expanded = missing


def main() -> None:
    deaf_to(set(sys.argv[1:]))
    counts = [0, 0]
    made = endpoint.answers._make

    def counted(*arguments):
        counts[1] += 1
        return made(*arguments)

    endpoint.answers._make = counted
    with time_machine.travel(0, tick=False) as clock:
        for line in sys.stdin:
            asked = json.loads(line)
            if asked is None:
                print(json.dumps([counts[0] - counts[1], counts[1]]), flush=True)
                continue
            now, questions = asked
            clock.move_to(datetime.fromisoformat(now))
            counts[0] += len(questions)
            print(json.dumps([answer(endpoint, *each) for each in questions]), flush=True)


if __name__ == "__main__":
    main()
