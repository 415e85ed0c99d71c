"""Counts what a question takes: `python -m bench.counting masthead|stock` prints places, statements and bytes as JSON.

The statements are those of a process that has answered before.
"""

import json
import sys
from functools import partial
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402 - Django must be set up first
from django.test import Client  # noqa: E402

from bench.questions import QUESTIONS, Place, masthead_body, stock_body  # noqa: E402

BODIES: dict[str, Any] = {"masthead": (masthead_body, "/graphql/"), "stock": (stock_body, "/api/graphql/")}


def main(target: str, place: Place) -> dict[str, Any]:
    """Return statements and bytes by question."""
    body_of, address = BODIES[target]
    client = Client(headers={"host": "127.0.0.1"})
    found = {}
    for question in QUESTIONS:
        body = body_of(question, place)
        for _ in range(3):
            client.post(address, body, content_type="application/json")
        asked: list[str] = []
        with connection.execute_wrapper(partial(count, asked)):
            answer = client.post(address, body, content_type="application/json").content
        if b'"errors"' in answer:
            raise SystemExit(f"{target}, {question}: {answer[:300]!r}")
        found[question] = [len(asked), len(answer)]
    return found


def count(asked: list[str], execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    """Note a statement and run it, over whichever connection readers are given."""
    asked.append(sql)
    return execute(sql, params, many, context)


def place_in_masthead() -> dict[str, Any]:
    """Return what the questions are about: a recent story, its section, the section's fourth page's end, two words."""
    from news.models import Article  # noqa: PLC0415 - not in the stock set-up's process

    article = Article.objects.select_related("home_section").order_by("-display_date")[40]
    section = article.home_section
    place = Place(
        article_path="/" + article.url_path.split("/", 2)[2],
        article_slug=article.slug,
        section_path="/" + section.url_path.split("/", 2)[2],
        section_slug=section.slug,
        section_id=section.pk,
        after="",
        before="",
        words=" ".join(sorted(article.title.rstrip(".").split(), key=len)[-2:]),
    )
    after, client = None, Client(headers={"host": "127.0.0.1"})
    for _ in range(4):
        asked = json.loads(masthead_body("section page 5", place))
        asked["variables"]["after"] = after
        answer = client.post("/graphql/", json.dumps(asked), content_type="application/json").json()
        articles = answer["data"]["section"]["articles"]
        after = articles["pageInfo"]["endCursor"]
    return {
        **{name: getattr(place, name) for name in Place.__slots__},
        "after": after,
        "before": articles["nodes"][-1]["displayDate"],
    }


if __name__ == "__main__":
    place = place_in_masthead() if len(sys.argv) < 3 else json.loads(sys.argv[2])
    json.dump({"place": place, "counts": main(sys.argv[1], Place(**place))}, sys.stdout)
