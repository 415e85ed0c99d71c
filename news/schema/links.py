"""What an article points at through a row of its own: contributors, sources, tags."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import Model, QuerySet

from cms.graphql.loading import INSTANCE, load_by_id, load_children
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row


def linked(
    articles: Sequence[Row],
    link: type[Model],
    selection: Selection,
    *,
    relation: str,
    target: str,
    columns: Collection[str],
    own_columns: Collection[str] = (),
    article_column: str = "article_id",
    order: Sequence[str] = ("sort_order", "pk"),
) -> list[list[Row]]:
    """Return each article's links in order, each with its `target` row; links to hidden targets are left out.

    `columns` are the target's, `own_columns` the link's. One statement, a join: an article's links are few.
    """
    model: Any = link._meta.get_field(target).related_model
    visible = selection.context.visibility.records(model)
    through = {f"{target}__{column}": column for column in {"id", *columns}}
    links = load_children(
        articles,
        link._default_manager.filter(**{f"{target}__in": visible}).order_by(*order),
        parent_column=article_column,
        relation=relation,
        columns={*through, *own_columns},
    )
    return [
        [{**row, target: {column: row[name] for name, column in through.items()}} for row in rows]
        for rows in _without_hidden(links, visible, f"{target}__id")
    ]


def _without_hidden(links: Sequence[Sequence[Row]], visible: QuerySet, key: str) -> list[list[Row]]:
    """Return the links without those of unsaved articles to what is hidden; the stored come without them."""
    seen = load_by_id(visible, {row[key] for rows in links for row in rows if INSTANCE in row}, ())
    return [[row for row in rows if INSTANCE not in row or row[key] in seen] for rows in links]
