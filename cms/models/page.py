"""The abstract page that every page type of a site extends."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from grapple.models import GraphQLString
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from cms.graphql.declarations import GraphQLEdge, GraphQLIdentifier
from cms.models.site_settings import SiteSettings
from cms.previews import preview_url, remember


class PreviewedPage(models.Model):
    """A page whose preview is shown by the front end, with a token that opens this one state of it."""

    class Meta:
        abstract = True

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Send the editor's preview panel to the front end."""
        token = remember(self, request)
        return HttpResponseRedirect(preview_url(token, SiteSettings.for_request(request).front_end_root))


class BasePage(PreviewedPage, Page):
    """A page with what every page answers: an address, a language, and how it is found and shared."""

    canonical_url = models.URLField(
        blank=True,
        help_text="Only when the same text was first published elsewhere: its address there.",
    )
    social_title = models.CharField(
        max_length=120,
        blank=True,
        help_text="The title on social media. Left empty, the title for search engines, else the headline.",
    )
    social_description = models.CharField(
        max_length=280,
        blank=True,
        help_text="One or two sentences on social media. Left empty, the description for search engines.",
    )
    social_image = models.ForeignKey(
        "cms.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The picture on social media, 1200 × 630 or larger. Left empty, the page's own picture.",
    )

    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description"), "canonical_url"],
            heading="For search engines",
        ),
        MultiFieldPanel(["social_title", "social_description", "social_image"], heading="When shared"),
    ]
    graphql_fields = [
        GraphQLIdentifier("The page's identifier: stable for its whole life."),
        GraphQLString("title", required=True, description="The headline."),
        GraphQLString(
            "path",
            required=True,
            description="Path below the front end's root, such as /politics/budget-passed/.",
        ),
        GraphQLString("url", required=True, description="Absolute address on the front end."),
        GraphQLString("lang", required=True, description="Language code of the text, such as en or ur."),
        GraphQLEdge("dir", "TextDirection", description="The direction the text is written in."),
        GraphQLEdge(
            "translations",
            "PageInterface",
            many=True,
            description="The same page in the site's other languages, where a reader may see it.",
        ),
        GraphQLEdge("seo", "Seo", description="What search engines and social networks are told."),
    ]
    graphql_interface = "PageInterface"
    search_auto_update = False  # `cms.signals` does it, and leaves it to whoever makes many pages at once
    preview_modes: ClassVar[list[tuple[str, str]]] = [("", "Front end")]

    class Meta:
        abstract = True

    @classmethod
    def own_window(cls, now: datetime) -> Q:
        """Return the condition under which a page's own dates let it be seen at `now`.

        Page types with dates of their own add them; `cms.visibility` is the only caller.
        """
        return Q(expire_at=None) | Q(expire_at__gt=now)

    @classmethod
    def outside_window(cls, now: datetime) -> list[Q]:
        """Return the conditions of which one holds for every page that `own_window` leaves out, one for each date."""
        return [Q(expire_at__lte=now)]
