"""Who writes: persons and organisations."""

from django.conf import settings
from django.db import models
from grapple.models import GraphQLString
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface, TitleFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.search import index

from cms.graphql.declarations import GraphQLEdge, GraphQLIdentifier
from cms.graphql.pagination import connection_field
from news.choices import ContributorKind
from news.models.record import Record


class Contributor(Record):
    """A person or organisation that stands in bylines."""

    kind = models.CharField(
        max_length=16,
        choices=ContributorKind.choices,
        default=ContributorKind.PERSON,
        help_text="A desk, team or agency is an organisation.",
    )
    biography = models.TextField(
        blank=True, max_length=2000, help_text="Two or three sentences, as plain text."
    )
    photo = models.ForeignKey("cms.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="contributor",
        help_text="The account whose new articles get this byline.",
    )

    edit_handler = TabbedInterface(
        [
            ObjectList([TitleFieldPanel("name"), "kind", "biography", "photo"], heading="What readers see"),
            ObjectList([FieldPanel("slug", widget=SlugInput), "user"], heading="Address and account"),
        ]
    )
    search_fields = [
        *Record.search_fields,
        index.SearchField("biography"),
        index.FilterField("kind"),
    ]
    graphql_fields = [
        GraphQLIdentifier("The contributor's identifier."),
        GraphQLString("slug", required=True, description="The last part of the contributor's address."),
        GraphQLString("name", required=True, description="As it stands in bylines."),
        GraphQLEdge("kind", "ContributorKind", description="Person or organisation."),
        GraphQLString("biography", required=True, description="Who they are, as plain text; may be empty."),
        GraphQLEdge("photo", "Image", required=False, description="Their picture."),
        connection_field("articles", "Article", description="What they wrote, newest first."),
    ]
