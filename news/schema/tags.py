"""The fields of `Tag`, and lists of tags."""

from collections.abc import Sequence
from typing import Any

from django.db.models import BigIntegerField, QuerySet, TextField

from cms.answers.recording import asks
from cms.given import Given
from cms.graphql.pagination import Order, bounded, connection
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, resolves
from cms.graphql.statements import count, counts, rows
from cms.visibility import Visibility
from news.answers import with_tag
from news.models import Tag
from news.queries import visible_tags
from news.schema.article_lists import article_connections, carrying_tag

BY_NAME = Order("name", (("name", False), ("id", False)), (TextField(), BigIntegerField()))
STARTS_WITH = Given("starts_with", TextField())
# No name is longer, in capitals either; PostgreSQL would put a longer beginning into capitals for every tag there is.
LONGEST_BEGINNING = 200


@resolves("Tag.article_count")
def article_count(tags: Sequence[Row], selection: Selection) -> list[int]:
    """Return how many visible articles carry each tag."""
    keys = [tag["id"] for tag in tags]
    asks(*map(with_tag, keys))
    return counts(carrying_tag, selection.context.visibility, each={"tag": keys})


@resolves("Tag.articles")
def articles(tags: Sequence[Row], selection: Selection, **arguments: Any) -> list[Row]:
    """Return what carries each tag."""
    keys = [tag["id"] for tag in tags]
    within = [with_tag(key) for key in keys]
    return article_connections(carrying_tag, selection, each={"tag": keys}, within=within, **arguments)


def tag_connection(
    selection: Selection, *, first: int | None, after: str | None, starts_with: str | None
) -> Row:
    """Return the visible tags by name."""
    page, policy = bounded(first), selection.context.visibility
    beginning = starts_with.replace("\x00", "")[:LONGEST_BEGINNING] if starts_with else ""
    given: dict[str, Any] = {"starts_with": beginning} if starts_with else {}
    total = count(_tags, policy, bool(starts_with), **given) if selection.wants("total_count") else None
    if after is not None:
        given |= BY_NAME.given(BY_NAME.place(after))
    columns = {*selection.columns("Tag", "nodes", "edges.node"), "name"}
    found = rows(_page, columns, policy, bool(starts_with), page + 1, after is not None, **given)
    return connection(found, selection, first=page, order=BY_NAME, total=total)


def _tags(policy: Visibility, is_narrowed: bool) -> QuerySet[Tag]:
    found = visible_tags(policy)
    return found.filter(name__istartswith=STARTS_WITH) if is_narrowed else found


def _page(policy: Visibility, is_narrowed: bool, number: int, goes_on: bool) -> QuerySet[Tag]:
    found = _tags(policy, is_narrowed)
    return BY_NAME.apply(found.filter(BY_NAME.after(BY_NAME.places)) if goes_on else found)[:number]
