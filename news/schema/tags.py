"""The fields of `Tag`, and lists of tags."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Exists, OuterRef

from cms.answers.recording import asks
from cms.graphql.loading import load
from cms.graphql.pagination import Order, bounded, connection
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, resolves
from news.answers import with_tag
from news.models import Article, ArticleTag
from news.queries import visible_articles, visible_tags
from news.schema.article_lists import article_connections

BY_NAME = Order("name", (("name", False), ("id", False)))


@resolves("Tag.article_count")
def article_count(tags: Sequence[Row], selection: Selection) -> list[int]:
    """Return how many visible articles carry each tag."""
    asks(*(with_tag(tag["id"]) for tag in tags))
    visible = selection.context.visibility.pages(Article)
    carried = ArticleTag.objects.filter(tag__in=[tag["id"] for tag in tags], content_object__in=visible)
    counts = dict(carried.order_by().values_list("tag").annotate(Count("content_object", distinct=True)))
    return [counts.get(tag["id"], 0) for tag in tags]


@resolves("Tag.articles")
def articles(tags: Sequence[Row], selection: Selection, **arguments: Any) -> list[Row]:
    """Return what carries each tag."""
    visible = visible_articles(selection.context.visibility)
    carried = ArticleTag.objects.filter(content_object=OuterRef("pk"))
    groups = [visible.filter(Exists(carried.filter(tag=tag["id"]))) for tag in tags]
    within = [with_tag(tag["id"]) for tag in tags]
    return article_connections(groups, selection, **arguments, within=within)


def tag_connection(
    selection: Selection, *, first: int | None, after: str | None, starts_with: str | None
) -> Row:
    """Return the visible tags by name."""
    page = bounded(first)
    found = visible_tags(selection.context.visibility)
    if starts_with:
        found = found.filter(name__istartswith=starts_with.replace("\x00", ""))
    total = found.count() if selection.wants("total_count") else None
    if after is not None:
        found = found.filter(BY_NAME.after(BY_NAME.place(after)))
    columns = {*selection.columns("Tag", "nodes", "edges.node"), "name"}
    return connection(load(BY_NAME.apply(found)[: page + 1], columns), first=page, order=BY_NAME, total=total)
