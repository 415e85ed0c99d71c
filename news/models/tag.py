"""The topics that connect stories."""

from django.db import models
from grapple.models import GraphQLInt, GraphQLString
from taggit.models import TagBase
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.search import index

from cms.graphql.declarations import GraphQLIdentifier
from cms.graphql.pagination import connection_field


class Tag(index.Indexed, TagBase):
    """A topic. For readers it exists while an article they may see carries it."""

    description = models.CharField(
        max_length=280, blank=True, help_text="A sentence for the topic's own page. May be empty."
    )

    free_tagging = True
    panels = [TitleFieldPanel("name"), FieldPanel("slug", widget=SlugInput), FieldPanel("description")]
    search_fields = [
        index.SearchField("name", boost=5),
        index.AutocompleteField("name"),
        index.SearchField("description"),
        index.FilterField("slug"),
    ]
    graphql_fields = [
        GraphQLIdentifier("The tag's identifier."),
        GraphQLString("slug", required=True, description="The last part of the tag's address."),
        GraphQLString("name", required=True, description="As readers see it."),
        GraphQLString("description", required=True, description="A sentence on the topic; may be empty."),
        GraphQLInt("article_count", required=True, description="How many visible articles carry it."),
        connection_field("articles", "Article", description="What carries it, newest first."),
    ]

    class Meta:
        ordering = ["name", "pk"]
