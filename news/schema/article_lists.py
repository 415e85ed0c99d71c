"""Lists of articles: filters as clients write them, pages with cursors, totals when asked."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from cms.answers.recording import asks
from cms.graphql.loading import load_by_id
from cms.graphql.pagination import bounded, connection
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row
from cms.graphql.slices import count_each, load_slices
from news.answers import ask_for_list
from news.models import Article, Section
from news.queries import ARTICLE_ORDERS, ArticleFilter, article_condition, bounded_choices, visible_articles

Where = dict[str, Any]


def article_filter(where: Where | None, selection: Selection) -> ArticleFilter:
    """Return the filter that a client's `ArticleWhere` stands for."""
    given = dict(where or {})
    sections = bounded_choices("sections", given.get("sections"))
    return ArticleFilter(
        sections=None if sections is None else section_keys(sections, selection),
        tags=bounded_choices("tags", given.get("tags")),
        all_tags=given.get("tag_match") == "all",
        contributors=bounded_choices("contributors", given.get("contributors")),
        sources=bounded_choices("sources", given.get("sources")),
        kinds=bounded_choices("kinds", given.get("kinds")),
        published_from=given.get("published_from"),
        published_before=given.get("published_before"),
        locale=given.get("locale"),
        has_corrections=given.get("has_corrections"),
    )


def section_keys(sections: Sequence[str], selection: Selection) -> list[int]:
    """Return the keys of the visible sections with these paths or IDs; unknown ones are left out."""
    ids = {key for each in sections if (key := page_key(each)) is not None}
    url_paths = {path for each in sections if (path := selection.context.paths.url_path(each))}
    asks("tree", *(f"page:{pk}" for pk in ids), *(f"path:{path}" for path in url_paths))
    visible = selection.context.visibility.pages(Section)
    return [*visible.filter(pk__in=ids).values_list("pk", flat=True)] + [
        *(visible.filter(url_path__in=url_paths).values_list("pk", flat=True) if url_paths else ())
    ]


def page_key(text: str) -> int | None:
    """Return the key in an ID; `None` for what is none of ours."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def article_connections(
    groups: Sequence[QuerySet[Article]],
    selection: Selection,
    *,
    first: int | None = None,
    after: str | None = None,
    where: Where | None = None,
    order_by: str = "newest",
    within: Sequence[str] = (),
) -> list[Row]:
    """Return a connection for each group of articles, drawn from `within`, in a constant number of statements."""
    order = ARTICLE_ORDERS[order_by]
    page = bounded(first)
    wanted = article_filter(where, selection)
    ask_for_list(wanted, order_by, within)
    condition = article_condition(wanted, selection.context.visibility)
    groups = [group.filter(condition) for group in groups]
    total = count_each(groups) if selection.wants("total_count") else [None] * len(groups)
    place = order.place(after) if after is not None else None
    slices = [
        order.apply(group.filter(order.after(place)) if place else group)[: page + 1] for group in groups
    ]
    columns = selection.columns("Article", "nodes", "edges.node") | {name for name, _ in order.columns}
    rows = load_slices(slices, columns)
    return [
        connection(part, first=page, order=order, total=count)
        for part, count in zip(rows, total, strict=True)
    ]


def articles_by_id(ids: Sequence[Any], columns: set[str], selection: Selection) -> dict[Any, Row]:
    """Return the visible articles with these keys, by key."""
    return load_by_id(visible_articles(selection.context.visibility), ids, columns)
