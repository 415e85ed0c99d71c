"""The fields of `Contributor`."""

from collections.abc import Sequence
from typing import Any

from cms.graphql.images import visible_images
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, resolves
from news.answers import by_contributor
from news.schema.article_lists import article_connections, made_by


@resolves("Contributor.photo", needs=["photo_id"])
def photo(contributors: Sequence[Row], selection: Selection) -> list[Row | None]:
    """Return each contributor's picture."""
    found = visible_images((row["photo_id"] for row in contributors), selection)
    return [found.get(row["photo_id"]) for row in contributors]


@resolves("Contributor.articles")
def articles(contributors: Sequence[Row], selection: Selection, **arguments: Any) -> list[Row]:
    """Return what each contributor wrote."""
    keys = [contributor["id"] for contributor in contributors]
    within = [by_contributor(key) for key in keys]
    return article_connections(made_by, selection, each={"contributor": keys}, within=within, **arguments)
