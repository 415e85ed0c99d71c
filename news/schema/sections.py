"""The fields of `Section` and `FrontPage`."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from cms.answers.recording import asks
from cms.graphql.loading import load, load_children
from cms.graphql.pagination import bounded
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, resolves
from cms.graphql.slices import load_slices
from cms.visibility import STEP
from news.answers import ask_for_sections, in_section, pages_of
from news.models import Article, LeadStory, Section
from news.queries import ARTICLE_ORDERS, in_sections, visible_articles
from news.schema.article_lists import article_connections, articles_by_id


@resolves("Section.articles")
def articles(sections: Sequence[Row], selection: Selection, **arguments: Any) -> list[Row]:
    """Return what appears in each section."""
    visible = visible_articles(selection.context.visibility)
    groups = [visible.filter(in_sections([section["id"]])) for section in sections]
    within = [in_section(section["id"]) for section in sections]
    return article_connections(groups, selection, **arguments, within=within)


@resolves("Section.parent", needs=["path"])
def parent(sections: Sequence[Row], selection: Selection) -> list[Row | None]:
    """Return the section above each section; `None` below the front page."""
    ask_for_sections()
    above = {section["path"][:-STEP] for section in sections if section["path"]}
    visible = selection.context.visibility.pages(Section).filter(path__in=above)
    found = {row["path"]: row for row in load(visible, {*selection.columns("Section"), "path"})}
    return [found.get(section["path"][:-STEP]) for section in sections]


@resolves("Section.sections", "FrontPage.sections", needs=["path"])
def sections_below(pages: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the visible sections directly below each page, in tree order."""
    parents = [page["path"] for page in pages]
    return child_sections(parents, selection)


def child_sections(parents: Sequence[str], selection: Selection) -> list[list[Row]]:
    """Return the visible sections directly below each tree path, in tree order."""
    ask_for_sections()
    # Every section is a candidate: there are few, and their number does not grow with the news.
    visible = selection.context.visibility.pages(Section).order_by("path")
    below: dict[str, list[Row]] = defaultdict(list)
    for row in load(visible, {*selection.columns("Section"), "path"}):
        below[row["path"][:-STEP]].append(row)
    return [below[path] for path in parents]


@resolves("FrontPage.lead", needs=["locale_id"])
def lead(front_pages: Sequence[Row], selection: Selection, *, first: int) -> list[list[Row]]:
    """Return the editors' lead stories of each front page, topped up with the newest of its language."""
    page = bounded(first)
    chosen = load_children(
        front_pages,
        LeadStory.objects.order_by("sort_order", "pk"),
        parent_column="front_page_id",
        relation="lead_stories",
        columns=("article_id",),
    )
    asks(*(pages_of(Article, front_page["locale_id"]) for front_page in front_pages))
    newest = ARTICLE_ORDERS["newest"].apply(visible_articles(selection.context.visibility))
    slices = [newest.filter(locale_id=front_page["locale_id"])[:page] for front_page in front_pages]
    columns = selection.columns("Article")
    fresh = load_slices(slices, columns)
    ids = {row["article_id"] for rows in chosen for row in rows}
    picked = articles_by_id(list(ids), columns, selection)
    return [
        _unique([picked[row["article_id"]] for row in links if row["article_id"] in picked] + rows)[:page]
        for links, rows in zip(chosen, fresh, strict=True)
    ]


def _unique(rows: Sequence[Row]) -> list[Row]:
    return list({row["id"]: row for row in rows}.values())
