"""Measures what publishing one story among many takes: `ARTICLES=100000 python -m bench.publishing`.

A story is published by the way that the editor's button takes, its version, its index and the gate included; all of it
is taken back at the end. `--profile` prints what the time of ten goes into instead.
"""

import cProfile
import os
import pstats
import statistics
import sys
import time
from pathlib import Path

import django

from bench.speed import ARTICLES, DATABASE, MASTHEAD, database, prepare

os.environ.update(MASTHEAD, DATABASE_URL=database(f"masthead_bench_{ARTICLES}"))
PUBLISHED, PROFILED, PARAGRAPHS = 40, 10, 6


def main() -> None:
    """Measure and print."""
    prepare(ARTICLES, with_stock=False)
    django.setup()
    from django.db import transaction  # noqa: PLC0415 - the database may have been made just now

    with transaction.atomic():
        drafts = make_drafts(PUBLISHED)
        if "--profile" in sys.argv:
            profile = cProfile.Profile()
            profile.runcall(lambda: [publish(draft) for draft in drafts[:PROFILED]])
            pstats.Stats(profile).sort_stats("cumulative").print_stats(100)
        else:
            report([publish(draft) for draft in drafts])
        transaction.set_rollback(True)


def make_drafts(number: int) -> list:
    """Make drafts with the first paragraphs of stories that are there."""
    from news.models import Article, Section  # noqa: PLC0415 - as above
    from tests.builders import make_article, make_contributor  # noqa: PLC0415 - as above

    person, section = make_contributor(), Section.objects.filter(depth=3).order_by("path").first()
    texts = [
        [(block["type"], block["value"]) for block in story.body.raw_data if block["type"] == "paragraph"]
        for story in Article.objects.order_by("pk")[:number]
    ]
    return [
        make_article(
            section=section, title=f"Draft {place}", contributors=[person], body=text[:PARAGRAPHS],
            live=False, first_published_at=None,
        )
        for place, text in enumerate(texts)
    ]  # fmt: skip


def publish(draft) -> tuple[float, float, float]:
    """Publish; return the milliseconds in all, of this process's CPU, and of its connection's to PostgreSQL."""
    before = time.perf_counter(), time.process_time(), of_the_connection()
    draft.save_revision().publish()
    after = time.perf_counter(), time.process_time(), of_the_connection()
    all_in_all, process, connection = (1000 * (end - start) for start, end in zip(before, after, strict=True))
    return all_in_all, process, connection


def of_the_connection() -> float:
    """Return the seconds of CPU that the server's process has had, where it runs on this machine; else 0."""
    from django.db import connection  # noqa: PLC0415 - as above

    raw = connection.connection
    told = Path(f"/proc/{raw.info.backend_pid}/schedstat") if DATABASE != "sqlite" else None
    return int(told.read_text().split()[0]) / 1e9 if told and told.exists() else 0.0


def report(measured: list[tuple[float, float, float]]) -> None:
    """Print a line for each kind of time."""
    print(f"Publishing one of {len(measured)} among {ARTICLES:,}, milliseconds: median, p95, longest")  # noqa: T201
    names = ("in all", "CPU of the process", "CPU of its connection")
    for name, values in zip(names, zip(*measured, strict=True), strict=True):
        p95 = statistics.quantiles(values, n=20)[-1]
        print(f"{name:24}{statistics.median(values):7.0f}{p95:7.0f}{max(values):7.0f}")  # noqa: T201


if __name__ == "__main__":
    main()
