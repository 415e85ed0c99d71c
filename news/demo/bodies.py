"""Turns a body as the demo's content states it into the StreamField's own values.

The content names pictures, documents and stories by their names; the StreamField wants keys.
"""

import re
from collections.abc import Callable
from typing import Any

from news.demo import files
from news.models import Article

LINK_TO_STORY = re.compile(r'<a href="article:([\w-]+)">')

Value = Any


def article_key(slug: str) -> int:
    """Return the key of a story that is there already."""
    return Article.objects.only("pk").get(slug=slug).pk


def linked(html: str) -> str:
    """Return rich text with its links to stories as Wagtail stores them."""
    return LINK_TO_STORY.sub(lambda found: f'<a linktype="page" id="{article_key(found[1])}">', html)


def figure(value: Value) -> Value:
    """Return a picture in its place."""
    image = {"image": files.picture(value["image"]).pk, "decorative": False, "alt_text": value["alt"]}
    return {"image": image, "caption": value["caption"], "credit": value["credit"]}


RESOLVERS: dict[str, Callable[[Value], Value]] = {
    "paragraph": linked,
    "figure": figure,
    "gallery": lambda value: [figure(item) for item in value],
    "embed": files.embed,
    "fact_box": lambda value: {**value, "body": linked(value["body"])},
    "document": lambda value: {**value, "document": files.document(value["document"]).pk},
    "related": lambda value: [article_key(slug) for slug in value],
}


def body(blocks: list[dict[str, Value]]) -> list[dict[str, Value]]:
    """Return the raw StreamField data of a body. Headings, quotations and tables stand as they are."""
    return [
        {"type": block["type"], "value": RESOLVERS.get(block["type"], lambda value: value)(block["value"])}
        for block in blocks
    ]
