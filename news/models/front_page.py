"""The front page of one language."""

import graphene
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import InlinePanel, ObjectList, PageChooserPanel, TabbedInterface, TitleFieldPanel
from wagtail.models import Orderable

from cms.graphql.declarations import GraphQLEdge
from cms.models import BasePage
from news.gate.forms import GatedPageForm

MAXIMUM_LEAD_STORIES = 12


class FrontPage(BasePage):
    """The top of the paper in one language."""

    content_panels = [
        InlinePanel(
            "lead_stories",
            heading="Lead stories",
            label="Story",
            max_num=MAXIMUM_LEAD_STORIES,
            help_text="In this order; the newest follow them. A story that readers may not see is skipped.",
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Lead stories"),
            ObjectList(
                [
                    TitleFieldPanel(
                        "title",
                        heading="Name",
                        placeholder="Name",
                        help_text="The paper's name in this language, as it stands in the browser's tab.",
                    ),
                    *BasePage.promote_panels,
                ],
                heading="Name, search and sharing",
            ),
            ObjectList(BasePage.settings_panels, heading="Settings"),
        ]
    )
    graphql_fields = [
        *BasePage.graphql_fields,
        GraphQLEdge(
            "lead",
            "Article",
            many=True,
            description="Stories the editors put on top, in their order, topped up with the newest.",
            first=graphene.Argument(graphene.Int, default_value=5, description="How many, at most 100."),
        ),
        GraphQLEdge(
            "sections", "Section", many=True, description="Top-level sections, in the editors' order."
        ),
    ]
    base_form_class = GatedPageForm
    # A lead may wait for its embargo: the front page shows it from then on.
    gate_ignores = ("lead_stories",)
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["news.Section", "news.FlashDesk"]
    page_description = "The top of the paper. One for each language."


class LeadStory(Orderable):
    """A story that the editors put on top."""

    front_page = ParentalKey(FrontPage, on_delete=models.CASCADE, related_name="lead_stories")
    article = models.ForeignKey("news.Article", on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("article", "news.Article")]
