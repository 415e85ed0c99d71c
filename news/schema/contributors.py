"""The fields of `Contributor`."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef

from cms.graphql.images import visible_images
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, resolves
from news.answers import by_contributor
from news.models import Byline
from news.queries import visible_articles
from news.schema.article_lists import article_connections


@resolves("Contributor.photo", needs=["photo_id"])
def photo(contributors: Sequence[Row], selection: Selection) -> list[Row | None]:
    """Return each contributor's picture."""
    found = visible_images((row["photo_id"] for row in contributors), selection.columns("Image"), selection)
    return [found.get(row["photo_id"]) for row in contributors]


@resolves("Contributor.articles")
def articles(contributors: Sequence[Row], selection: Selection, **arguments: Any) -> list[Row]:
    """Return what each contributor wrote."""
    visible = visible_articles(selection.context.visibility)
    bylines = Byline.objects.filter(article=OuterRef("pk"))
    groups = [visible.filter(Exists(bylines.filter(contributor=row["id"]))) for row in contributors]
    within = [by_contributor(row["id"]) for row in contributors]
    return article_connections(groups, selection, **arguments, within=within)
