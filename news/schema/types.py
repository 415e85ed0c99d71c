"""The newspaper's enums, inputs and hand-written types; models and blocks declare their own."""

import graphene
from django.db import models

from cms.graphql import names
from cms.graphql.declarations import edge
from cms.graphql.pagination import register_connection
from cms.graphql.types import register_enum
from news.choices import ArticleKind, ContributorKind, CorrectionKind, Severity, SourceCategory


class ArticleOrder(models.TextChoices):
    """The orders a list of articles may have."""

    NEWEST = "newest", "The latest display date first"
    OLDEST = "oldest", "The earliest display date first"
    RECENTLY_UPDATED = "recently_updated", "The latest change in substance first"
    TITLE = "title", "By headline, as the database sorts it"


class TagMatch(models.TextChoices):
    """Whether an article needs one of several tags or all of them."""

    ANY = "any", "One of them is enough"
    ALL = "all", "It needs all of them"


for choices in (
    ArticleKind,
    ArticleOrder,
    ContributorKind,
    CorrectionKind,
    Severity,
    SourceCategory,
    TagMatch,
):
    register_enum(choices)

register_connection("Article", "An article")
register_connection("Tag", "A tag")


def strings(description: str) -> graphene.List:
    """Return an input field that takes a list of strings."""
    return graphene.List(graphene.NonNull(graphene.String), description=description)


@names.register_type
class ArticleWhere(graphene.InputObjectType):
    """Which articles; all conditions that are given hold."""

    sections = strings("Paths or IDs; an article matches when it is in any of them or below.")
    tags = strings("Slugs of tags.")
    tag_match = graphene.InputField(
        lambda: names.type_named("TagMatch"),
        default_value=TagMatch.ANY.value,
        description="Whether an article needs ANY of the tags or ALL of them.",
    )
    contributors = strings("Slugs of contributors, any of them.")
    sources = strings("Slugs of sources, any of them.")
    kinds = graphene.List(
        graphene.NonNull(lambda: names.type_named("ArticleKind")), description="Any of these kinds."
    )
    published_from = graphene.InputField(
        lambda: names.type_named("DateTime"), description="Display date at or after this moment."
    )
    published_before = graphene.InputField(
        lambda: names.type_named("DateTime"), description="Display date before this moment."
    )
    locale = graphene.String(description="Language code, such as ur.")
    has_corrections = graphene.Boolean(description="Only with, or only without, corrections.")


@names.register_type
class Redirect(graphene.ObjectType):
    """Another address that a front end should send the reader to."""

    location = graphene.String(required=True, description="A path on the front end, or an absolute address.")
    permanent = graphene.Boolean(required=True, description="Whether to answer 301 rather than 302.")


@names.register_type
class Gone(graphene.ObjectType):
    """A page that was here and was taken back: answer 410 and say why."""

    reason = graphene.String(required=True, description="A sentence for readers.")
    replaced_by = edge("Article", required=False, description="What to read instead.")


names.register_union(
    "Route",
    "What a front end should show at a path.",
    ["FrontPage", "Section", "Article", "Redirect", "Gone"],
)


@names.register_type
class Flash(graphene.ObjectType):
    """The flash banners showing now."""

    banners = edge("FlashBanner", many=True, description="The most severe first, then in the editors' order.")
    next_change_at = edge(
        "DateTime",
        required=False,
        description="When this answer will next change by the clock alone; null when nothing is scheduled.",
    )


@names.register_type
class FlashItem(graphene.ObjectType):
    """One headline of the ticker. The link is left out when its article is not visible."""

    kicker = graphene.String(required=True, description="A word or two before the headline; may be empty.")
    text = graphene.String(required=True, description="The headline.")
    article = edge("Article", required=False, description="Our own story.")
    url = graphene.String(description="Where it leads, absolute: to the article or to another site.")
