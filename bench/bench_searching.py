"""How long a search takes: two words with facets, highlights and total, and suggestions, over HTTP without a network.

`ARTICLES=100000 make bench-parts` sets the size of the newsroom, which is of invented words that are as frequent as
those of a language; `DATABASE_URL` names the database server. `python -m bench.bench_searching` asks a newsroom that
`make bench` or `python -m bench.growth` has left in the database that `DATABASE_URL` names. The words of the searches
are two of one headline, those left out that stand in every tenth article: a real newsroom's stop words. Nothing is kept
between two of them but the stems of words; the answer cache is off.
"""

import json
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator

import django
import pytest

if __name__ == "__main__":
    django.setup()

from django.db import connection
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.invented import InventedNewsroom
from news.models import Article
from search.models import Posting
from search.stemming import stem
from tests.search.conftest import SEARCH, SUGGEST

ARTICLES = int(os.environ.get("ARTICLES", "1000"))
ROUNDS = 200
WARMING_UP = 20
FREQUENT = 10
HEADER = f"{'':<36}{'p50 ms':>8}{'p95 ms':>8}{'SQL':>6}"


@pytest.mark.django_db
def test_how_long_a_search_takes(capsys, settings):
    settings.ANSWER_CACHE_BYTES = 0
    InventedNewsroom().write(ARTICLES)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    with capsys.disabled():
        report_all()


def report_all() -> None:
    """Print a line for searches, and one for suggestions."""
    articles = Article.objects.count()
    queries = list(two_words(WARMING_UP + ROUNDS, articles))
    print(f"\n{articles} articles on {connection.vendor}, {ROUNDS} searches\n{HEADER}")  # noqa: T201
    report("two words, facets, highlights, total", SEARCH, [{"text": query} for query in queries])
    report("suggestions", SUGGEST, [{"prefix": query[: 2 + len(query) % 4]} for query in queries])


def two_words(number: int, articles: int) -> Iterator[str]:
    """Yield queries of two words that stand in one headline and are not in every tenth article."""
    held = Posting.objects.order_by().values_list("word").annotate(articles=Count("article"))
    frequent = {word for word, _ in held.filter(articles__gt=articles // FREQUENT)}
    headlines = list(Article.objects.order_by("pk").values_list("title", flat=True)[:5_000])
    chance = random.Random(8)
    while number:
        words = [
            word for word in chance.choice(headlines).lower().split() if stem(word, "en") not in frequent
        ]
        if len(words) >= 2:
            yield " ".join(chance.sample(words, 2))
            number -= 1


def report(name: str, document: str, asked: list[dict[str, str]]) -> None:
    """Print how long the answers took once the stems of usual words are known, and how many statements one takes."""
    times = [milliseconds(lambda each=each: ask(document, each)) for each in asked][WARMING_UP:]
    with CaptureQueriesContext(connection) as statements:
        ask(document, asked[0])
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"{name:<36}{statistics.median(times):>8.1f}{p95:>8.1f}{len(statements):>6}")  # noqa: T201


def milliseconds(work: Callable[[], None]) -> float:
    """Return how long something takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def ask(document: str, variables: dict[str, str]) -> None:
    """Ask the public endpoint, and see that it answers."""
    body = json.dumps({"query": document, "variables": variables})
    client = Client(headers={"host": "127.0.0.1"})
    response = client.post("/graphql/", body, content_type="application/json")
    assert b'"errors"' not in response.content, response.content


if __name__ == "__main__":
    report_all()
