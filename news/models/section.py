"""The newspaper's sections."""

from django.db import models
from grapple.models import GraphQLString
from wagtail.admin.panels import ObjectList, TabbedInterface, TitleFieldPanel

from cms.graphql.declarations import GraphQLEdge
from cms.graphql.pagination import connection_field
from cms.models import BasePage
from news.gate.forms import GatedPageForm


class Section(BasePage):
    """A part of the paper, such as Politics. Sections nest; articles live in them."""

    introduction = models.CharField(
        max_length=280, blank=True, help_text="A sentence under the section's name. May be empty."
    )

    content_panels = [
        TitleFieldPanel(
            "title",
            heading="Name",
            placeholder="Name",
            help_text="One or two words, such as Politics: it stands in menus and above articles.",
        ),
        "introduction",
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Section"),
            ObjectList(BasePage.promote_panels, heading="Search and sharing"),
            ObjectList(BasePage.settings_panels, heading="Settings"),
        ]
    )
    graphql_fields = [
        *BasePage.graphql_fields,
        GraphQLString("introduction", required=True, description="A sentence on the section; may be empty."),
        GraphQLEdge("parent", "Section", required=False, description="The section above; null at the top."),
        GraphQLEdge("sections", "Section", many=True, description="Sections below, in the editors' order."),
        connection_field(
            "articles",
            "Article",
            filtered=True,
            description="Articles of this section and of the sections below it, and those also filed under it.",
        ),
    ]
    base_form_class = GatedPageForm
    parent_page_types = ["news.FrontPage", "news.Section"]
    subpage_types = ["news.Section", "news.Article"]
    page_description = "A part of the paper that holds articles and further sections."
