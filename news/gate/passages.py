"""The words, pictures and links in a thing that may become public."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.blocks.field_block import BaseChoiceBlock
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail.rich_text import RichText

from cms.blocks import QuoteBlock
from cms.rich_text import BLOCK_END, link_targets, plain_text
from news.gate.findings import Location
from news.gate.leaves import Leaf

SPEECH = {QuoteBlock: "text"}
"""Blocks with a field that holds somebody's words without quotation marks."""


class Kind(Enum):
    """What sort of text a passage is."""

    LINE = auto()
    PARAGRAPH = auto()
    SPEECH = auto()


@dataclass(frozen=True, slots=True)
class Passage:
    """A line or paragraph of text without markup."""

    text: str
    location: Location
    kind: Kind = Kind.LINE


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in its place, with the words that stand there."""

    image: Any
    alt: str
    is_decorative: bool
    credit: str
    location: Location


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of ours."""

    page_id: int
    location: Location


def passages(leaf: Leaf) -> Iterator[Passage]:
    """Yield the texts of a value."""
    match leaf.value:
        case RichText():
            yield from _paragraphs(leaf.value.source, leaf.location)
        case TypedTable():
            yield from _of_table(leaf.value, leaf.location)
        case _ if isinstance(leaf.block, ImageBlock):
            yield from _of_image(leaf)
        case _ if isinstance(leaf.block, DocumentChooserBlock):
            yield Passage(leaf.value.title, leaf.location)
        case str() if isinstance(leaf.field, RichTextField):
            yield from _paragraphs(leaf.value, leaf.location)
        case str() if _is_prose(leaf):
            yield Passage(leaf.value, leaf.location, _kind(leaf))


def pictures(leaf: Leaf) -> Iterator[Picture]:
    """Yield the picture that a value is."""
    if isinstance(leaf.block, ImageBlock) and leaf.value:
        placed = leaf.beside or {}
        yield Picture(
            leaf.value,
            leaf.value.contextual_alt_text or "",
            bool(leaf.value.decorative),
            placed.get("credit") or getattr(leaf.value, "credit", "") or "",
            leaf.location,
        )


def links(leaf: Leaf) -> Iterator[Link]:
    """Yield the links of a value to pages of ours."""
    if isinstance(leaf.value, RichText):
        for kind, key in sorted(link_targets([leaf.value.source])):
            if kind == "page":
                yield Link(key, leaf.location)
    elif isinstance(leaf.block, blocks.PageChooserBlock) and leaf.value:
        yield Link(leaf.value.pk, leaf.location)
    elif (
        isinstance(leaf.field, models.ForeignKey)
        and leaf.value
        and issubclass(leaf.field.related_model, Page)
    ):
        yield Link(leaf.value, leaf.location)


def _is_prose(leaf: Leaf) -> bool:
    """Return whether a string is written for readers rather than an address or one of several choices."""
    if leaf.field is not None:
        coded = isinstance(leaf.field, models.URLField | models.SlugField | models.EmailField)
        return not (coded or leaf.field.choices)
    return not isinstance(leaf.block, blocks.URLBlock | blocks.EmailBlock | BaseChoiceBlock)


def _kind(leaf: Leaf) -> Kind:
    parent = getattr(leaf.beside, "block", None)
    said = any(
        isinstance(parent, block) and leaf.location.steps[-1] == name for block, name in SPEECH.items()
    )
    return Kind.SPEECH if said else Kind.LINE


def _paragraphs(html: str, location: Location) -> Iterator[Passage]:
    for part in BLOCK_END.split(html):
        if text := plain_text(part):
            yield Passage(text, location, Kind.PARAGRAPH)


def _of_image(leaf: Leaf) -> Iterator[Passage]:
    """Yield the alternative text, and the picture's own words where its place has none."""
    yield Passage(leaf.value.contextual_alt_text or "", leaf.location.below("alt_text", "Alt text"))
    for name in ("caption", "credit"):
        own = str(getattr(leaf.value, name, ""))
        if own and leaf.beside is not None and not leaf.beside.get(name):
            yield Passage(own, leaf.location.below("image", f"the picture's own {name}", name))


def _of_table(table: TypedTable, location: Location) -> Iterator[Passage]:
    yield Passage(table.caption or "", location.below("caption", "Caption"))
    for number, column in enumerate(table.columns):
        yield Passage(column["heading"] or "", location.below(f"heading{number}", f"Heading {number + 1}"))
    for row_number, row in enumerate(table.row_data):
        for number, cell in enumerate(row["values"]):
            if isinstance(cell, str):
                row_location = location.below(row_number, f"Row {row_number + 1}")
                yield Passage(cell, row_location.below(number, f"Column {number + 1}"))


def excerpt(text: str, start: int, end: int, reach: int = 40) -> str:
    """Return what surrounds a place in a text, cut at words."""
    left, right = text[max(0, start - reach) : start], text[end : end + reach]
    left = re.sub(r"^\S*\s", "", left) if start > reach else left
    right = re.sub(r"\s\S*$", "", right) if end + reach < len(text) else right
    return f"{left}{text[start:end]}{right}".strip()
