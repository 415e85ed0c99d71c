"""The root fields of search."""

from collections.abc import Sequence
from typing import Any

import graphene

from cms.graphql import names
from cms.graphql.declarations import edge
from cms.graphql.pagination import bounded, page_arguments
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, resolves
from news.schema.article_lists import article_filter
from search import pending
from search.did_you_mean import better_spelling
from search.facets import PREFIXES, facet
from search.hits import find_hits
from search.orders import SearchOrder
from search.schema import types  # noqa: F401 - registers the types that the fields below name
from search.searching import Search, SearchRequest
from search.suggestions import suggest

MOST_SUGGESTIONS = 20


class SearchQuery:
    """Adds search to the roots."""

    search = edge(
        "SearchConnection",
        description="Articles matching the words, best first.",
        query=graphene.Argument(
            graphene.String,
            required=True,
            description="Words, all of them needed; “a phrase”, -without, this OR that, tag:, by:, section:, source:, "
            "before:, after:. Nothing in it is an error. Empty: everything that passes the filter, by date.",
        ),
        **page_arguments(),
        where=graphene.Argument(
            lambda: names.type_named("ArticleWhere"), description="Which articles; all conditions hold."
        ),
        order_by=graphene.Argument(
            lambda: names.type_named("SearchOrder"),
            default_value=SearchOrder.RELEVANCE.value,
            description="The order.",
        ),
    )
    suggest = edge(
        "Suggestion",
        many=True,
        description="Completions while a reader types: sections, tags, contributors, headlines.",
        prefix=graphene.Argument(graphene.String, required=True, description="What was typed so far."),
        first=graphene.Argument(
            graphene.Int, default_value=8, description=f"How many, at most {MOST_SUGGESTIONS}."
        ),
    )


@resolves("Query.search")
def search(
    roots: Sequence[Row],
    selection: Selection,
    *,
    query: str,
    first: int | None = None,
    after: str | None = None,
    where: dict[str, Any] | None = None,
    order_by: str = SearchOrder.RELEVANCE,
) -> list[Row]:
    """Return a page of what a search finds."""
    pending.flush()
    request = SearchRequest(
        text=query,
        wanted=article_filter(where, selection),
        order=SearchOrder(order_by),
        first=bounded(first),
        after=after,
    )
    return [find_hits(Search(request, selection.context), selection) for _ in roots]


@resolves("SearchConnection.facets")
def facets(connections: Sequence[Row], selection: Selection) -> list[Row]:
    """Return what the facets are counted from."""
    return list(connections)


@resolves(*(f"SearchFacets.{name}" for name in PREFIXES))
def facet_values(connections: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the values of one facet."""
    return [facet(each["search"], selection.plan.source, each["counted"]) for each in connections]


@resolves("SearchConnection.did_you_mean")
def did_you_mean(connections: Sequence[Row], selection: Selection) -> list[str | None]:
    """Return spellings that would find more."""
    return [better_spelling(each["search"], each["found"]) for each in connections]


@resolves("SearchHit.title_html")
def title_html(hits: Sequence[Row], selection: Selection) -> list[str]:
    """Return the headlines with matches marked."""
    return [hit["shown"].title_html(hit["article"]) for hit in hits]


@resolves("SearchHit.excerpt_html")
def excerpt_html(hits: Sequence[Row], selection: Selection) -> list[str]:
    """Return the best passages with matches marked."""
    return [hit["shown"].excerpt(hit["article"]).html for hit in hits]


@resolves("SearchHit.excerpt_text")
def excerpt_text(hits: Sequence[Row], selection: Selection) -> list[str]:
    """Return the best passages as plain text."""
    return [hit["shown"].excerpt(hit["article"]).text for hit in hits]


@resolves("Query.suggest")
def suggestions(
    roots: Sequence[Row], selection: Selection, *, prefix: str, first: int | None = None
) -> list[list[Row]]:
    """Return completions of what a reader typed."""
    pending.flush()
    most = min(bounded(first, default=8), MOST_SUGGESTIONS)
    return [suggest(prefix, most, selection.context) for _ in roots]
