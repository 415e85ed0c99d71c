"""The fields of `Section` and `FrontPage`."""

from collections.abc import Sequence
from typing import Any

from cms.graphql.pagination import bounded
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, resolves
from cms.visibility import STEP
from news.answers import in_section
from news.schema.article_lists import article_connections, of_section
from news.schema.related import lead_articles
from news.schema.section_rows import visible_sections


@resolves("Section.articles")
def articles(sections: Sequence[Row], selection: Selection, **arguments: Any) -> list[Row]:
    """Return what appears in each section."""
    keys = [section["id"] for section in sections]
    within = [in_section(key) for key in keys]
    return article_connections(of_section, selection, each={"section": keys}, within=within, **arguments)


@resolves("Section.parent", needs=["path"])
def parent(sections: Sequence[Row], selection: Selection) -> list[Row | None]:
    """Return the section above each section; `None` below the front page."""
    visible = visible_sections(selection.context, {*selection.columns("Section"), "path"})
    by_path = {row["path"]: row for row in visible.values()}
    return [by_path.get(section["path"][:-STEP]) if section["path"] else None for section in sections]


@resolves("Section.sections", "FrontPage.sections", needs=["path"])
def sections_below(pages: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the visible sections directly below each page, in tree order."""
    return child_sections([page["path"] for page in pages], selection)


def child_sections(parents: Sequence[str], selection: Selection) -> list[list[Row]]:
    """Return the visible sections directly below each tree path, in tree order."""
    below: dict[str, list[Row]] = {path: [] for path in parents}
    for row in visible_sections(selection.context, {*selection.columns("Section"), "path"}).values():
        if (found := below.get(row["path"][:-STEP])) is not None:
            found.append(row)
    return [below[path] for path in parents]


@resolves("FrontPage.lead", needs=["locale_id"])
def lead(front_pages: Sequence[Row], selection: Selection, *, first: int) -> list[list[Row]]:
    """Return the editors' lead stories of each front page, topped up with the newest of its language."""
    return lead_articles(front_pages, selection, first=bounded(first))
