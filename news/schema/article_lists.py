"""Lists of articles: filters as clients write them, pages with cursors, totals when asked."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet

from cms.answers.recording import asks
from cms.given import Given
from cms.graphql.loading import rows_by_key
from cms.graphql.pagination import Order, bounded, connection
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row
from cms.graphql.statements import Build, counts, rows_each
from cms.visibility import Visibility
from news.answers import ask_for_list
from news.models import Article, ArticleTag, Byline, Filing
from news.queries import (
    ARTICLE_ORDERS,
    ArticleFilter,
    article_condition,
    bounded_choices,
    hidden_filings,
    in_section,
    left_open,
    visible_articles,
)
from news.schema.section_rows import visible_sections

Where = dict[str, Any]
SECTION = Given("section", IntegerField())


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
    asks(*(f"page:{pk}" for pk in ids), *(f"path:{path}" for path in url_paths))
    visible = visible_sections(selection.context, ["url_path"])
    return [key for key, row in visible.items() if key in ids or row["url_path"] in url_paths]


def page_key(text: str) -> int | None:
    """Return the key in an ID; `None` for what is none of ours."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def article_connections(
    group: Build,
    selection: Selection,
    *,
    each: Mapping[str, Sequence[Any]],
    first: int | None = None,
    after: str | None = None,
    where: Where | None = None,
    order_by: str = "newest",
    within: Sequence[str] = (),
) -> list[Row]:
    """Return a connection for each group of articles, drawn from `within`, in a constant number of statements.

    `group` puts the articles of a group together; `each` holds what it is given for one group after the other.
    """
    order, page, policy = ARTICLE_ORDERS[order_by], bounded(first), selection.context.visibility
    wanted = article_filter(where, selection)
    ask_for_list(wanted, order_by, within)
    filtered, given = left_open(wanted)
    total: Sequence[int | None] = [None] * len(next(iter(each.values())))
    if selection.wants("total_count"):
        total = _totals(group, filtered, selection, each=each, **given)
    if after is not None:
        given |= order.given(order.place(after))
    columns = selection.columns("Article", "nodes", "edges.node") | {name for name, _ in order.columns}
    arguments = (group, filtered, order, page + 1, after is not None)
    found = rows_each(_page, columns, policy, *arguments, each=each, **given)
    parts = zip(found, total, strict=True)
    return [connection(part, selection, first=page, order=order, total=number) for part, number in parts]


def _filtered(policy: Visibility, group: Build, filtered: ArticleFilter) -> QuerySet[Article]:
    found: QuerySet[Article] = group(policy)
    return found.filter(article_condition(filtered, policy))


def _totals(
    group: Build,
    filtered: ArticleFilter,
    selection: Selection,
    *,
    each: Mapping[str, Sequence[Any]],
    **given: Any,
) -> list[int]:
    """Return how many articles each group has.

    How many are filed in each section is held in memory until that changes: of a whole section, only those that may
    not be seen are left to count.
    """
    policy = selection.context.visibility
    if group is of_section and filtered == ArticleFilter() and policy.hides_by_dates_alone:
        filed = selection.context.memory.kept(Filing, _number_of_filings)
        hidden = counts(hidden_filings, policy, SECTION, each=each)
        return [filed.get(pk, 0) - number for pk, number in zip(each["section"], hidden, strict=True)]
    return counts(_filtered, policy, group, filtered, each=each, **given)


def _number_of_filings() -> dict[int, int]:
    return dict(Filing.objects.order_by().values_list("section").annotate(Count("pk")))


def _page(
    policy: Visibility, group: Build, filtered: ArticleFilter, order: Order, number: int, goes_on: bool
) -> QuerySet[Article]:
    found = _filtered(policy, group, filtered)
    return order.apply(found.filter(order.after(order.places)) if goes_on else found)[:number]


def all_articles(policy: Visibility) -> QuerySet[Article]:
    """Return the articles of all sections and languages."""
    return visible_articles(policy)


def of_section(policy: Visibility) -> QuerySet[Article]:
    """Return the articles that appear in a section."""
    return in_section(visible_articles(policy), SECTION)


def carrying_tag(policy: Visibility) -> QuerySet[Article]:
    """Return the articles that carry a tag."""
    carried = ArticleTag.objects.filter(content_object=OuterRef("pk"), tag=Given("tag", IntegerField()))
    return visible_articles(policy).filter(Exists(carried))


def made_by(policy: Visibility) -> QuerySet[Article]:
    """Return the articles that a contributor made."""
    contributor = Given("contributor", IntegerField())
    bylines = Byline.objects.filter(article=OuterRef("pk"), contributor=contributor)
    return visible_articles(policy).filter(Exists(bylines))


def articles_by_id(ids: Sequence[Any], columns: Iterable[str], selection: Selection) -> dict[Any, Row]:
    """Return the visible articles with these keys, by key."""
    return rows_by_key(all_articles, ids, columns, selection.context.visibility)
