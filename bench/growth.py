"""Measures whether the five questions slow down as the paper grows: `python -m bench.growth`, after `make bench`.

SIZES, ROUNDS and SECONDS set what is asked; without the answer cache, at 16 connections, the sizes in turns.
"""

import json
import os
import statistics
from contextlib import ExitStack

from bench.loading import put_load
from bench.questions import QUESTIONS, Place, masthead_body
from bench.servers import Server
from bench.speed import FIRST_PORT, MASTHEAD, ROUNDS, SECONDS, SOFTWARE, database, prepare, python

SIZES = [int(size) for size in os.environ.get("SIZES", "1000 10000 100000").split()]
CONNECTIONS = 16


def main() -> None:
    """Print requests a second for each question and size, and how many times slower the largest is."""
    places: dict[int, Place] = {}
    with ExitStack() as stack:
        for number, size in enumerate(SIZES):
            prepare(size, with_stock=False)
            environment = {
                **MASTHEAD, "DATABASE_URL": database(f"masthead_bench_{size}"), "ANSWER_CACHE_BYTES": "0"
            }  # fmt: skip
            python("django", "migrate", "--verbosity", "0", **environment)
            places[size] = Place(**json.loads(python("bench.counting", "masthead", **environment))["place"])
            application = "settings.wsgi:application"
            server = Server(
                str(size), application, FIRST_PORT + number, environment, "/health/live", SOFTWARE
            )
            stack.enter_context(server)
        rounds = [[[measured(number, question, places[size]) for number, size in enumerate(SIZES)]
                   for question in QUESTIONS] for _ in range(ROUNDS + 1)][1:]  # fmt: skip
    print("| | " + " | ".join(f"{size:,} articles" for size in SIZES) + " | times slower |")  # noqa: T201
    print("|---|" + "---|" * (len(SIZES) + 1))  # noqa: T201
    for place, question in enumerate(QUESTIONS):
        medians = [statistics.median(each[place][number] for each in rounds) for number in range(len(SIZES))]
        cells = [*(f"{each:,.0f}" for each in medians), f"**{medians[0] / medians[-1]:.2f} ×**"]
        print(f"| {question} | " + " | ".join(cells) + " |")  # noqa: T201


def measured(number: int, question: str, place: Place) -> float:
    """Return how many times a second a server answers a question."""
    address = f"http://127.0.0.1:{FIRST_PORT + number}/graphql/"
    body = masthead_body(question, place)
    return put_load(address, connections=CONNECTIONS, seconds=SECONDS, body=body).a_second


if __name__ == "__main__":
    main()
