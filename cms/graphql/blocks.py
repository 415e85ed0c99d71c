"""Body blocks in answers.

A body is prepared once for all pages of a level: the blocks of each type are gathered, and what they point at
is loaded together. A preparer returns a row for each block, or `None` for one that a reader must not see or
that is only half filled in; such a block is left out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import graphene
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language_info
from grapple.helpers import streamfield_types
from wagtail.blocks import StreamValue
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed

from cms import rich_text
from cms.answers.recording import asks
from cms.answers.watching import keys_where
from cms.embeds import frame_html, frame_of
from cms.files.addresses import own_address
from cms.graphql import names
from cms.graphql.images import figure_rows
from cms.graphql.loading import rows_by_key
from cms.graphql.pages import direction_of, visible_addresses
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, Typed
from cms.models import Document
from cms.visibility import Visibility


@names.register_type
class Block(graphene.Interface):
    """A part of a body."""

    id = graphene.ID(required=True, description="Stable while the block is edited and moved.")


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block as it is stored, and the number of the body that it stands in."""

    id: str
    value: Any
    body: int


Preparer = Callable[[Sequence[RawBlock], Selection], Sequence[Row | None]]
_preparers: dict[str, Preparer] = {}


def prepares(type_name: str) -> Callable[[Preparer], Preparer]:
    """Register how the blocks of a type become rows."""

    def register(preparer: Preparer) -> Preparer:
        _preparers[type_name] = preparer
        return preparer

    return register


def body_rows(bodies: Sequence[StreamValue], selection: Selection) -> list[list[Typed]]:
    """Return the visible blocks of each body, in order."""
    gathered: dict[str, list[RawBlock]] = defaultdict(list)
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for body, stream in enumerate(bodies):
        stream_block: Any = type(stream.stream_block)
        type_names = block_type_names(stream_block)
        for position, raw in enumerate(stream.raw_data):
            if raw and (type_name := type_names.get(raw["type"])):
                gathered[type_name].append(
                    RawBlock(raw.get("id") or f"{body}-{position}", raw["value"], body)
                )
                places[type_name].append((body, position))
    found: list[dict[int, Typed]] = [{} for _ in bodies]
    for type_name, blocks in gathered.items():
        rows = _preparers[type_name](blocks, selection)
        for block, row, (body, position) in zip(blocks, rows, places[type_name], strict=True):
            if row is not None:
                found[body][position] = Typed(type_name, {"id": block.id, **row})
    return [[blocks[position] for position in sorted(blocks)] for blocks in found]


@cache
def block_type_names(stream_block: Any) -> dict[str, str]:
    """Return the type of each of a stream's blocks that is public, by the block's name in the stream.

    Asks what was declared, not what the schema was assembled of: an indexer may ask before there is a schema.
    """
    declared = {each["cls"] for each in streamfield_types}
    return {
        name: block_class.__name__
        for name, block in stream_block.base_blocks.items()
        for block_class in type(block).__mro__
        if block_class in declared and "graphql_fields" in vars(block_class)
    }


def texts_as_html(texts: Sequence[str], selection: Selection) -> list[str]:
    """Return rich texts as clean HTML, their links resolved together."""
    targets = rich_text.link_targets(texts)
    pages = visible_addresses(_keys(targets, "page"), selection)
    documents = rows_by_key(_documents, _keys(targets, "document"), ("file",), selection.context.visibility)
    addresses = {("page", pk): url for pk, url in pages.items()}
    addresses |= {("document", pk): document_address(row, selection) for pk, row in documents.items()}
    return [rich_text.public_html(text, addresses) for text in texts]


def _keys(targets: Iterable[rich_text.Target], kind: str) -> set[int]:
    return {pk for of_kind, pk in targets if of_kind == kind}


def _documents(policy: Visibility) -> QuerySet:
    return policy.files(Document)


def document_address(document: Row, selection: Selection) -> str:
    """Return the absolute address that serves a document."""
    name = str(document["file"])
    path = reverse("wagtaildocs_serve", args=[document["id"], name.rsplit("/", 1)[-1]])
    return own_address(path, name, signed=selection.context.is_preview)


def _struct(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


@prepares("ParagraphBlock")
def paragraphs(blocks: Sequence[RawBlock], selection: Selection) -> list[Row | None]:
    """Prepare running text."""
    sources = [_text(block.value) for block in blocks]
    wanted = selection.wants("html", within="ParagraphBlock")
    html = texts_as_html(sources, selection) if wanted else sources
    if not selection.wants("text", within="ParagraphBlock"):
        pairs = zip(html, sources, strict=True)
        return [{"html": each} if rich_text.has_words(source) else None for each, source in pairs]
    words = [rich_text.plain_text(source) for source in sources]
    return [{"html": each, "text": text} if text else None for each, text in zip(html, words, strict=True)]


@prepares("HeadingBlock")
def headings(blocks: Sequence[RawBlock], selection: Selection) -> list[Row | None]:
    """Prepare headings; anchors are unique within a body."""
    taken: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    rows: list[Row | None] = []
    for block in blocks:
        value = _struct(block.value)
        text = _text(value.get("text")).strip()
        anchor = slugify(text, allow_unicode=True) or "heading"
        taken[block.body][anchor] += 1
        count = taken[block.body][anchor]
        level = int(value["level"]) if value.get("level") in {"2", "3", "4"} else 2
        row = {"text": text, "level": level, "anchor": anchor if count == 1 else f"{anchor}-{count}"}
        rows.append(row if text else None)
    return rows


@prepares("QuoteBlock")
def quotes(blocks: Sequence[RawBlock], selection: Selection) -> list[Row | None]:
    """Prepare quotations."""
    return [_quote(_struct(block.value)) for block in blocks]


def _quote(value: dict[str, Any]) -> Row | None:
    text, lang = _text(value.get("text")).strip(), _text(value.get("lang")).strip()
    if not text:
        return None
    try:
        direction = direction_of(get_language_info(lang)["bidi"]) if lang else None
    except KeyError:
        direction = None
    return {
        "text": text,
        "attribution": _text(value.get("attribution")),
        "is_pull_quote": bool(value.get("is_pull_quote")),
        "lang": lang or None,
        "dir": direction,
    }


@prepares("FactBoxBlock")
def fact_boxes(blocks: Sequence[RawBlock], selection: Selection) -> list[Row | None]:
    """Prepare fact boxes."""
    values = [_struct(block.value) for block in blocks]
    html = texts_as_html([_text(value.get("body")) for value in values], selection)
    return [
        {"title": _text(value.get("title")), "html": each} if each or value.get("title") else None
        for value, each in zip(values, html, strict=True)
    ]


@prepares("TableBlock")
def tables(blocks: Sequence[RawBlock], selection: Selection) -> list[Row | None]:
    """Prepare tables."""
    return [_table(_struct(block.value)) for block in blocks]


def _table(value: dict[str, Any]) -> Row | None:
    rows = [[_text(cell) for cell in row.get("values", ())] for row in value.get("rows") or ()]
    header = [_text(column.get("heading")) for column in value.get("columns") or ()]
    return {"caption": _text(value.get("caption")), "header": header, "rows": rows} if header else None


@prepares("FigureBlock")
def figures(blocks: Sequence[RawBlock], selection: Selection) -> list[Row | None]:
    """Prepare pictures."""
    placed = [_placed(block.value) for block in blocks]
    found = figure_rows(placed, selection, "figure", within="FigureBlock")
    return [{"figure": figure} if figure else None for figure in found]


@prepares("GalleryBlock")
def galleries(blocks: Sequence[RawBlock], selection: Selection) -> list[Row | None]:
    """Prepare galleries; the pictures that may not be seen are left out of them."""
    items = [(index, item) for index, block in enumerate(blocks) for item in block.value or ()]
    placed = [_placed(_struct(item).get("value", item)) for _, item in items]
    found = figure_rows(placed, selection, "figures", within="GalleryBlock")
    shown: dict[int, list[Row]] = defaultdict(list)
    for (index, _), figure in zip(items, found, strict=True):
        if figure:
            shown[index].append(figure)
    return [{"figures": shown[index]} if shown[index] else None for index in range(len(blocks))]


def _placed(value: Any) -> Row:
    value = _struct(value)
    image = _struct(value.get("image"))
    return {
        "image_id": image.get("image"),
        "alt": _text(image.get("alt_text")),
        "is_decorative": bool(image.get("decorative")),
        "caption": _text(value.get("caption")),
        "credit": _text(value.get("credit")),
    }


@prepares("DocumentBlock")
def documents(blocks: Sequence[RawBlock], selection: Selection) -> list[Row | None]:
    """Prepare files to download."""
    values = [_struct(block.value) for block in blocks]
    keys = (value.get("document") for value in values)
    found = rows_by_key(_documents, keys, ("title", "file", "file_size"), selection.context.visibility)
    return [
        {
            "title": _text(value.get("title")) or document["title"],
            "url": document_address(document, selection),
            "bytes": document["file_size"] or 0,
        }
        if (document := found.get(value.get("document")))
        else None
        for value in values
    ]


@prepares("EmbedBlock")
def embeds(blocks: Sequence[RawBlock], selection: Selection) -> list[Row | None]:
    """Prepare embeds: a frame of a provider on the allow-list, else nothing."""
    hashes = {url: get_embed_hash(url) for url in (_text(block.value) for block in blocks)}
    asks(*keys_where(Embed, "hash", hashes.values()))
    titles = dict(Embed.objects.filter(hash__in=hashes.values()).values_list("hash", "title"))
    return [_embed(url, titles.get(hashes[url], "")) for url in (_text(block.value) for block in blocks)]


def _embed(url: str, title: str) -> Row | None:
    found = frame_of(url)
    return found and {"url": url, "html": frame_html(url, title), "provider": found[0], "title": title}


def plain_text(body: StreamValue) -> str:
    """Return the words of a body: its text blocks, a line each."""
    texts = (_words(raw["type"], raw["value"]) for raw in body.raw_data if raw)
    return "\n".join(text for text in texts if text)


def _words(block_name: str, value: Any) -> str:
    if block_name == "paragraph":
        return rich_text.plain_text(_text(value))
    value = _struct(value)
    if block_name in {"heading", "quote"}:
        return " ".join(filter(None, (_text(value.get("text")), _text(value.get("attribution")))))
    if block_name == "fact_box":
        return " ".join(
            filter(None, (_text(value.get("title")), rich_text.plain_text(_text(value.get("body")))))
        )
    if block_name == "table" and (table := _table(value)):
        return " ".join(
            [table["caption"], *table["header"], *(cell for row in table["rows"] for cell in row)]
        ).strip()
    return ""
