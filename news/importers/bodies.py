"""Chooses one of an item's bodies and turns it into blocks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from news.importers import inline
from news.importers.items import Body
from news.importers.markup import Block, MarkupReader, PlacePicture

BULLET = re.compile(r"[*•·▪‣]\s+")
NEW_UNIT = re.compile(r"[*•·▪‣–—-]\s")
"""How a point of a list and, in Scandinavia, somebody's words begin."""
ELEMENT = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|article|section|body)\b", re.IGNORECASE)


@dataclass(slots=True)
class Story:
    """A body as blocks."""

    blocks: list[Block] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def read_bodies(bodies: Iterable[Body], headline: str, place_picture: PlacePicture) -> Story:
    """Return the story of the best body that holds any: HTML before text, the main one before others."""
    ranked = sorted(bodies, key=_rank)
    for body in ranked:
        if _is_html(body) or _is_text(body):
            story = _read(body, headline, place_picture)
            if story.blocks:
                others = [_told(each) for each in ranked if each is not body]
                story.remarks += [f"took the body {_told(body)}, not {', '.join(others)}"] if others else []
                return story
    return Story(
        remarks=[f"left out the body {_told(body)}, in which there is nothing to read" for body in ranked]
    )


def _read(body: Body, headline: str, place_picture: PlacePicture) -> Story:
    if not _is_html(body):
        return Story(text_blocks(body.text, headline))
    reader = MarkupReader(headline, place_picture)
    reader.read(body.text)
    return Story(reader.blocks, reader.remarks)


def text_blocks(text: str, headline: str) -> list[Block]:
    """Return plain text as paragraphs and lists; the headline repeated on top is left out.

    Blank lines part paragraphs, whose lines are then joined; in a text without any, each line is a paragraph.
    """
    units = _units(text)
    if units and inline.letters(units[0]) == inline.letters(headline):
        units.pop(0)
    blocks: list[Block] = []
    for is_list, group in groupby(units, key=lambda unit: bool(BULLET.match(unit))):
        texts = list(group)
        if is_list and len(texts) > 1:
            points = "".join(f"<li>{escape(BULLET.sub('', text), quote=False)}</li>" for text in texts)
            blocks.append({"type": "paragraph", "value": f"<ul>{points}</ul>"})
        else:
            blocks += [{"type": "paragraph", "value": inline.paragraph_of(text)} for text in texts]
    return blocks


def _units(text: str) -> list[str]:
    """Return the paragraphs and the points of lists."""
    lines = [inline.SPACE.sub(" ", line).strip() for line in text.strip().splitlines()]
    is_wrapped = "" in lines
    units: list[str] = []
    continues = False
    for line in lines:
        if continues and line and not NEW_UNIT.match(line):
            units[-1] += f" {line}"
        elif line:
            units.append(line)
        continues = is_wrapped and bool(line)
    return units


def _rank(body: Body) -> tuple[bool, bool]:
    return not _is_html(body), body.role != "main"


def _is_html(body: Body) -> bool:
    if body.content_type:
        return "html" in body.content_type
    return "html" in body.role or bool(ELEMENT.search(body.text))


def _is_text(body: Body) -> bool:
    return not body.content_type or body.content_type.startswith("text/plain")


def _told(body: Body) -> str:
    return f"“{body.role or body.content_type or 'without a role'}”"
