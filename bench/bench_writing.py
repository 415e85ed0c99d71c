"""How long editors' writes take: publishing one story among many, and taking in what an agency sends.

`ARTICLES=100000 make bench-parts` sets the size of the newsroom; `DATABASE_URL` names the database server. A story is
published by the way that the editor's button takes, its index and the gate included; an import is `import_ninjs`
with `--publish`, in one process.
"""

import io
import json
import os
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from bench.invented import InventedNewsroom
from news.models import Article
from tests.builders import make_article, make_contributor

ARTICLES = int(os.environ.get("ARTICLES", "1000"))
PUBLISHED = 50
IMPORTED = 200


@pytest.mark.django_db
def test_how_long_writing_takes(capsys, tmp_path, django_capture_on_commit_callbacks):
    newsroom = InventedNewsroom()
    newsroom.write(ARTICLES)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    stories = drafts(newsroom)
    write_items(tmp_path, newsroom)

    with django_capture_on_commit_callbacks(execute=True):
        times = [milliseconds_to_publish(story) for story in stories]
    with django_capture_on_commit_callbacks(execute=True):
        took, worked, statements = cost_of(
            lambda: call_command("import_ninjs", tmp_path, publish=True, verbosity=0, stdout=io.StringIO())
        )

    assert Article.objects.filter(title__startswith="Draft ", live=True).count() == PUBLISHED
    assert Article.objects.filter(title__startswith="Item ", live=True).count() == IMPORTED
    with capsys.disabled():
        print(  # noqa: T201
            f"\n{ARTICLES} articles on {connection.vendor}: publishing one of {PUBLISHED} takes"
            f" {statistics.median(times):.0f} ms, p95 {statistics.quantiles(times, n=20)[-1]:.0f} ms;\n"
            f" import of {IMPORTED} items, {IMPORTED / took:.1f} a second: each {1000 * took / IMPORTED:.0f} ms, of"
            f" which {1000 * worked / IMPORTED:.0f} ms CPU of this process, and {statements / IMPORTED:.0f} statements"
        )


def cost_of(work: Callable[[], object]) -> tuple[float, float, int]:
    """Return the seconds that some work takes, those of this process's CPU among them, and its SQL statements."""
    statements: list[str] = []

    def count(execute: Callable[..., Any], sql: str, *others: Any) -> Any:
        statements.append(sql)
        return execute(sql, *others)

    started, started_working = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(count):
        work()
    return time.perf_counter() - started, time.process_time() - started_working, len(statements)


def drafts(newsroom: InventedNewsroom) -> list[Article]:
    """Make drafts whose text is as long as others'."""
    person, section = make_contributor(), newsroom._places[0][0]
    found = []
    for number in range(PUBLISHED):
        text = [("paragraph", f"<p>{newsroom._text(0, 45)}.</p>") for _ in range(6)]
        story = make_article(
            section=section, title=f"Draft {number}", contributors=[person], body=text, live=False,
            first_published_at=None,
        )  # fmt: skip
        found.append(story)
    return found


def milliseconds_to_publish(story: Article) -> float:
    """Return how long saving and publishing a story takes."""
    started = time.perf_counter()
    story.save_revision().publish()
    return (time.perf_counter() - started) * 1000


def write_items(folder: Path, newsroom: InventedNewsroom) -> None:
    """Write what an agency would send, an item a file."""
    for number in range(IMPORTED):
        (folder / f"item-{number}.json").write_text(json.dumps(item(number, newsroom)))


def item(number: int, newsroom: InventedNewsroom) -> dict[str, Any]:
    """Return an item in ninjs 2.1."""
    text = "".join(f"<p>{newsroom._text(0, 45)}.</p>" for _ in range(6))
    return {
        "uri": f"urn:example:item:{number}",
        "standard": {"name": "ninjs", "version": "2.1"},
        "type": "text",
        "language": "en",
        "versioncreated": datetime.now(UTC).isoformat(),
        "headlines": [{"role": "headline", "value": f"Item {number} {newsroom._text(0, 6)}"}],
        "by": "Amina Rahimi",
        "subjects": [{"name": f"Topic {number % topics}"} for topics in (7, 11)],
        "bodies": [{"contenttype": "text/html", "value": text}],
    }
