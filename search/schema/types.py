"""The types of a search's answer."""

import graphene

from cms.graphql import names
from cms.graphql.declarations import edge
from cms.graphql.types import register_enum
from search.facets import MOST_VALUES
from search.models import NameKind
from search.orders import SearchOrder

register_enum(SearchOrder)


class SuggestionKind(graphene.Enum):
    """What a suggestion leads to."""

    ARTICLE = NameKind.ARTICLE.name
    TAG = NameKind.TAG.name
    CONTRIBUTOR = NameKind.CONTRIBUTOR.name
    SECTION = NameKind.SECTION.name

    @property
    def description(self) -> str:
        return (
            "What a suggestion leads to." if self is SuggestionKind else f"A page of a {self.name.lower()}."
        )


names.register_type(SuggestionKind)


@names.register_type
class SearchHit(graphene.ObjectType):
    """An article that matches, and why."""

    article = edge("Article", description="The article.")
    title_html = graphene.String(
        required=True, description="The headline with matches in mark elements, everything else escaped."
    )
    excerpt_html = graphene.String(
        required=True, description="The passage that matches best, likewise; may be empty."
    )
    excerpt_text = graphene.String(required=True, description="The same passage as plain text.")
    is_promoted = graphene.Boolean(
        required=True, description="Whether the newsroom puts it first for these words."
    )


@names.register_type
class SearchEdge(graphene.ObjectType):
    """A hit and its place in the list."""

    cursor = graphene.String(required=True, description="Send it as “after” to go on from here.")
    node = edge("SearchHit", description="The hit.")


@names.register_type
class Facet(graphene.ObjectType):
    """A value to narrow a search down by."""

    value = graphene.String(required=True, description="What to send in “where”.")
    label = graphene.String(required=True, description="What to show.")
    count = graphene.Int(required=True, description="How many of the matching articles have it.")


def _facet(description: str) -> graphene.Field:
    return edge("Facet", many=True, description=f"{description}, at most {MOST_VALUES}.")


@names.register_type
class SearchFacets(graphene.ObjectType):
    """What everything that matches can be narrowed down by; each list as if it were not filtered by itself."""

    sections = _facet("Sections by their paths, the most frequent first")
    tags = _facet("Tags by their slugs, the most frequent first")
    contributors = _facet("Contributors by their slugs, the most frequent first")
    kinds = _facet("Kinds of article, the most frequent first")
    years = _facet("Years of the display date in the newsroom's time zone, the latest first")


@names.register_type
class SearchConnection(graphene.ObjectType):
    """A page of what a search finds."""

    nodes = edge("SearchHit", many=True, description="This page of the list.")
    edges = edge("SearchEdge", many=True, description="The same with a cursor each.")
    page_info = edge("PageInfo", description="Whether and where the list goes on.")
    total_count = graphene.Int(required=True, description="How many there are in all.")
    facets = edge(
        "SearchFacets", description="Counts over everything that matches, not over this page of it."
    )
    did_you_mean = graphene.String(
        description="The query in a spelling that would find more; null when it needs none."
    )


@names.register_type
class Suggestion(graphene.ObjectType):
    """A completion of what a reader types."""

    kind = edge("SuggestionKind", description="What it leads to.")
    label = graphene.String(required=True, description="What to show.")
    url = graphene.String(required=True, description="Where it leads, absolute.")
    value = graphene.String(
        required=True,
        description="What a search can be narrowed down by: a section's path, the slug of a tag or contributor; "
        "the id of an article.",
    )
