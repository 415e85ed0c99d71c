"""What an article points at through a row of its own: contributors, sources, tags."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import Model

from cms.graphql.loading import load_by_id, load_children
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

    `columns` are the target's, `own_columns` the link's.
    """
    key = f"{target}_id"
    links = load_children(
        articles,
        link._default_manager.order_by(*order),
        parent_column=article_column,
        relation=relation,
        columns={key, *own_columns},
    )
    model: Any = link._meta.get_field(target).related_model
    ids = {row[key] for rows in links for row in rows}
    targets = load_by_id(selection.context.visibility.records(model), ids, columns)
    return [[{**row, target: targets[row[key]]} for row in rows if row[key] in targets] for rows in links]
