"""What an article has in rows of its own: contributors, sources, tags, corrections."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, Model, QuerySet, Value

from cms.answers.recording import asks, is_recording
from cms.answers.watching import keys_where
from cms.graphql.loading import INSTANCE, rows_by_key, rows_of_parents, visible_records
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row
from cms.visibility import Visibility
from news.models import ArticleTag, Byline, Correction, SourceCredit


class Link(NamedTuple):
    """A way from an article to records: the model of its rows, the article's name for them, what they lead to."""

    model: type[Model]
    relation: str
    target: str
    article_column: str = "article_id"
    order: tuple[str, ...] = ("sort_order", "pk")

    @property
    def target_model(self) -> Any:
        """The model of what it leads to."""
        return self.model._meta.get_field(self.target).related_model


IS_VISIBLE = "is_visible"
BYLINES = Link(Byline, "bylines", "contributor")
SOURCES = Link(SourceCredit, "source_credits", "source")
TAGS = Link(ArticleTag, "tagged_items", "tag", article_column="content_object_id", order=("pk",))


def linked(
    articles: Sequence[Row],
    link: Link,
    selection: Selection,
    *,
    columns: Iterable[str],
    own_columns: Sequence[str] = (),
) -> list[list[Row]]:
    """Return each article's links in order, each with its `target` row; links to hidden targets are left out.

    `columns` are the target's, `own_columns` the link's.
    """
    wanted = {"id", *columns}
    through = {f"{link.target}__{column}": column for column in wanted}
    found = _link_rows(articles, link, {*through, *own_columns}, selection)
    return [
        [
            {**row, link.target: {column: row[name] for name, column in through.items()}}
            for row in links
            if row[IS_VISIBLE]
        ]
        for links in found
    ]


def _link_rows(
    articles: Sequence[Row], link: Link, columns: set[str], selection: Selection
) -> list[list[Row]]:
    """Return each article's links, those to hidden targets included, with `IS_VISIBLE`."""
    found = rows_of_parents(
        articles,
        _links,
        {*columns, f"{link.target}__id", IS_VISIBLE},
        selection.context.visibility,
        link,
        parent_column=link.article_column,
        relation=link.relation,
    )
    _mark_visible([row for links in found for row in links if INSTANCE in row], link, selection)
    if is_recording():
        # The hidden ones, too: an answer is another once they show.
        keys = (row[f"{link.target}__id"] for links in found for row in links)
        asks(*keys_where(link.target_model, "id", keys))
    return found


def _links(policy: Visibility, link: Link) -> QuerySet:
    visible = policy.record_condition(link.target_model, f"{link.target}__")
    is_visible: Any = ExpressionWrapper(visible, BooleanField()) if visible else Value(True)
    return link.model._default_manager.annotate(**{IS_VISIBLE: is_visible}).order_by(*link.order)


def _mark_visible(links: Sequence[Row], link: Link, selection: Selection) -> None:
    """Let the unsaved links of previews say whether readers may see what they lead to."""
    keys = [row[f"{link.target}__id"] for row in links]
    visible = rows_by_key(visible_records, keys, (), selection.context.visibility, link.target_model)
    for key, row in zip(keys, links, strict=True):
        row[IS_VISIBLE] = key in visible


def corrections_of(articles: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the notes under each article, the earliest first."""
    return rows_of_parents(
        articles,
        _corrections,
        ("kind", "text", "published_at"),
        selection.context.visibility,
        parent_column="article_id",
        relation="corrections",
    )


def _corrections(policy: Visibility) -> QuerySet:
    return Correction.objects.order_by("published_at", "sort_order", "pk")
