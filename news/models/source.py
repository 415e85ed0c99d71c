"""Where stories come from."""

from django.db import models
from grapple.models import GraphQLString
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.graphql.declarations import GraphQLEdge, GraphQLIdentifier
from news.choices import SourceCategory
from news.models.record import Record


class Source(Record):
    """An agency, outlet or desk that a story is credited to: “Source: TASS News Agency”."""

    category = models.CharField(
        max_length=16,
        choices=SourceCategory.choices,
        default=SourceCategory.OTHER,
        help_text="A story from a wire agency is expected to name it.",
    )
    url = models.URLField(blank=True, verbose_name="address", help_text="Its own website.")

    panels = [*Record.panels, FieldPanel("category"), FieldPanel("url")]
    search_fields = [*Record.search_fields, index.FilterField("category")]
    graphql_fields = [
        GraphQLIdentifier("The source's identifier."),
        GraphQLString("slug", required=True, description="A stable name for addresses and filters."),
        GraphQLString("name", required=True, description="As it stands under stories."),
        GraphQLEdge("category", "SourceCategory", description="How its stories reach us."),
        GraphQLString("url", required=True, description="Its own website; may be empty."),
    ]
