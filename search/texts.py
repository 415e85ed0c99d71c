"""Gathers what the public answer says of articles, for the index; nothing else is ever in it.

The texts are taken from the very rows that the API answers with, so that what a reader may not read there (a
draft contributor, a picture in a closed collection) is not found here either.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import F

from cms import rich_text
from cms.graphql.blocks import body_rows
from cms.graphql.context import RequestContext
from cms.graphql.images import figure_rows
from cms.graphql.plan import FieldPlan, Selection
from cms.graphql.resolvers import Row, Typed
from news.models import Article, Filing
from news.schema.links import BYLINES, SOURCES, TAGS, linked
from search import fields
from search.fields import Field

COLUMNS = (
    "id", "title", "standfirst", "dateline", "display_date", "kind", "body",
    "hero_image_id", "hero_alt", "hero_is_decorative", "hero_caption", "hero_credit",
)  # fmt: skip


@dataclass(slots=True)
class ArticleTexts:
    """One article as the index sees it: its texts by field, in reading order, and what it is counted under."""

    article_id: int
    language: str
    display_date: datetime
    headline: str
    texts: list[tuple[Field, str]]
    names: list[str]
    passages: list[str]
    kind: str
    tags: list[int] = field(default_factory=list)
    contributors: list[int] = field(default_factory=list)
    sections: list[int] = field(default_factory=list)


class TextsOnly(Selection):
    """Stands for a query that asks for no columns beyond the texts that every block row brings."""

    __slots__ = ()

    def __init__(self) -> None:
        self.context = RequestContext()

    def wants(self, path: str, *, within: str | None = None) -> bool:
        """Return whether something is worth working out: text alone."""
        return path == "text"

    def columns(self, type_name: str, *paths: str, within: str | None = None) -> frozenset[str]:
        """Return the key alone."""
        return frozenset({"id"})

    def fields(self, type_name: str, path: str = "", *, within: str | None = None) -> list[FieldPlan]:
        """Return that no field is asked for."""
        return []


def gather(article_ids: Iterable[int]) -> list[ArticleTexts]:
    """Return the texts of the live ones among these articles, in a constant number of statements."""
    live = Article.objects.filter(pk__in=article_ids, live=True)
    rows = list(live.annotate(language=F("locale__language_code")).values(*COLUMNS, "language"))
    selection = TextsOnly()
    bylines = linked(rows, BYLINES, selection, columns=("name",))
    credits = linked(rows, SOURCES, selection, columns=("name",))
    tags = linked(rows, TAGS, selection, columns=("name",))
    bodies = body_rows([row["body"] for row in rows], selection)
    heroes = figure_rows([{key.removeprefix("hero_"): row[key] for key in row} for row in rows], selection)
    sections = _sections(rows)
    return [
        _texts(row, body=body, hero=hero, tags=tagged, bylines=signed, credits=credited, sections=filed)
        for row, body, hero, tagged, signed, credited, filed in zip(
            rows, bodies, heroes, tags, bylines, credits, sections, strict=True
        )
    ]


def _texts(
    row: Row,
    *,
    body: Sequence[Typed],
    hero: Row | None,
    tags: Sequence[Row],
    bylines: Sequence[Row],
    credits: Sequence[Row],
    sections: list[int],
) -> ArticleTexts:
    read = [(fields.STANDFIRST, row["standfirst"]), *_figure(hero), *_body(body)]
    beside = [
        (fields.DATELINE, row["dateline"]),
        *((fields.TAGS, link["tag"]["name"]) for link in tags),
        *((fields.BYLINES, link["contributor"]["name"]) for link in bylines),
        *((fields.SOURCES, link["source"]["name"]) for link in credits),
    ]
    return ArticleTexts(
        article_id=row["id"],
        language=row["language"],
        display_date=row["display_date"],
        headline=row["title"],
        texts=[pair for pair in ((fields.HEADLINE, row["title"]), *beside, *read) if pair[1]],
        names=[name for _, name in beside if name],
        passages=[text for part, text in read if text and part.is_read],
        kind=row["kind"],
        tags=[link["tag"]["id"] for link in tags],
        contributors=list(dict.fromkeys(link["contributor"]["id"] for link in bylines)),
        sections=sections,
    )


def _body(body: Sequence[Typed]) -> Iterable[tuple[Field, str]]:
    for type_name, row in body:
        yield from TEXTS_OF_BLOCKS.get(type_name, _nothing)(row)


def _figure(figure: Row | None) -> Iterable[tuple[Field, str]]:
    if figure:
        yield fields.CAPTIONS, figure["caption"]
        yield fields.PICTURES, joined(figure["alt"], figure["credit"])


def _table(row: Row) -> Iterable[tuple[Field, str]]:
    yield fields.CAPTIONS, row["caption"]
    for cells in (row["header"], *row["rows"]):
        yield fields.BODY, joined(*cells)


def _fact_box(row: Row) -> Iterable[tuple[Field, str]]:
    yield fields.HEADINGS, row["title"]
    yield fields.BODY, rich_text.plain_text(row["html"])


def _nothing(row: Row) -> Iterable[tuple[Field, str]]:
    return ()


TEXTS_OF_BLOCKS: dict[str, Any] = {
    "ParagraphBlock": lambda row: [(fields.BODY, row["text"])],
    "HeadingBlock": lambda row: [(fields.HEADINGS, row["text"])],
    "QuoteBlock": lambda row: [(fields.BODY, joined(row["text"], row["attribution"]))],
    "FigureBlock": lambda row: _figure(row["figure"]),
    "GalleryBlock": lambda row: [pair for figure in row["figures"] for pair in _figure(figure)],
    "TableBlock": _table,
    "FactBoxBlock": _fact_box,
    "EmbedBlock": lambda row: [(fields.CAPTIONS, row["title"])],
    "DocumentBlock": lambda row: [(fields.CAPTIONS, row["title"])],
}


def joined(*parts: str) -> str:
    """Return the parts that are not empty as one line."""
    return " · ".join(part for part in parts if part)


def _sections(rows: Sequence[Row]) -> list[list[int]]:
    """Return the keys of the sections that each article appears in, those above included."""
    found: dict[int, list[int]] = {row["id"]: [] for row in rows}
    for article_id, section_id in Filing.objects.filter(article_id__in=found).values_list(
        "article_id", "section_id"
    ):
        found[article_id].append(section_id)
    return [found[row["id"]] for row in rows]
