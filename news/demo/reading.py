"""Reads the demo's content: one JSON file for each kind of record and one for each article."""

import json
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent / "content"

Record = dict[str, Any]


@cache
def content(name: str) -> Any:
    """Return what `content/<name>.json` holds."""
    return json.loads((CONTENT / f"{name}.json").read_text(encoding="utf-8"))


def stories() -> list[Record]:
    """Return the articles, oldest first: a story refers only to stories older than itself."""
    articles = [content(f"articles/{path.stem}") for path in CONTENT.glob("articles/*.json")]
    return sorted(articles, key=lambda article: (-article["hours_ago"], article["slug"]))


def hours(now: datetime, count: float) -> datetime:
    """Return the moment so many hours after now, to the minute: the content counts from the loading."""
    return (now + timedelta(hours=count)).replace(second=0, microsecond=0)
