"""Flash banners and the desk that keeps them."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from grapple.models import GraphQLInt, GraphQLString
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail.models import Page, Site

from cms.graphql.declarations import GraphQLEdge, GraphQLIdentifier
from cms.models.page import PreviewedPage
from news.blocks import FlashItems
from news.choices import Severity
from news.forms import FlashBannerForm
from news.gate.forms import GatedPageForm
from news.models.news_settings import NewsSettings
from news.permissions import BannerPermissions, User, open_to_flash_desk


def default_end() -> datetime:
    """Return when a banner that starts now ends, by the newsroom's settings."""
    site = Site.objects.filter(is_default_site=True).first()
    minutes = NewsSettings.for_site(site).banner_lifetime_minutes if site else 120
    return timezone.now() + timedelta(minutes=minutes)


class DeskPage(Page):
    """A page of the flash desk: only its members may touch it, and what they do is not moderated."""

    has_workflow = False

    class Meta:
        abstract = True

    def get_workflow(self) -> None:
        """Return none: a banner that waits for an approval comes too late."""

    def permissions_for_user(self, user: User) -> BannerPermissions:
        """Return what a user may do with it."""
        return BannerPermissions(user, self)


class FlashDesk(DeskPage):
    """Keeps a language's flash banners, in the order in which they are shown. Readers never see it."""

    base_form_class = GatedPageForm
    max_count_per_parent = 1
    parent_page_types = ["news.FrontPage"]
    subpage_types = ["news.FlashBanner"]
    page_description = "Keeps the flash banners. One for each front page."
    promote_panels: list[Any] = []

    def save(self, *args: Any, **kwargs: Any) -> None:
        is_new = self._state.adding
        super().save(*args, **kwargs)
        if is_new:
            open_to_flash_desk(self)


class FlashBanner(PreviewedPage, DeskPage):
    """A ticker of headlines, on air between two moments."""

    label = models.CharField(max_length=40, default="News Flash", help_text="Stands before the headlines.")
    severity = models.CharField(
        max_length=16,
        choices=Severity.choices,
        default=Severity.UPDATE,
        help_text="Breaking banners stand before urgent ones, and those before updates.",
    )
    items = StreamField(FlashItems(), help_text="The headlines, in the order they run.")
    starts_at = models.DateTimeField(
        default=timezone.now, verbose_name="on air from", help_text="In the site's time zone."
    )
    ends_at = models.DateTimeField(
        default=default_end,
        verbose_name="until",
        help_text="Required, so that no banner outlives its news.",
    )
    sections = ParentalManyToManyField(
        "news.Section",
        blank=True,
        related_name="+",
        help_text="Where it is shown. None means everywhere.",
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    air_panels = [
        FieldRowPanel(["severity", "label"]),
        FieldPanel("items", heading="Headlines"),
        FieldRowPanel(["starts_at", "ends_at"], heading="On air"),
    ]
    place_panels = [
        FieldPanel("sections"),
        FieldPanel(
            "title",
            heading="Working title",
            help_text="Only the newsroom sees it. Left empty, the first headline.",
        ),
    ]
    # No panel for Wagtail's own schedule: a banner has its window, and one clock is enough.
    edit_handler = TabbedInterface(
        [ObjectList(air_panels, heading="On air"), ObjectList(place_panels, heading="Where it shows")],
        base_form_class=FlashBannerForm,
    )
    graphql_fields = [
        GraphQLIdentifier("The banner's identifier."),
        GraphQLString("label", required=True, description="Such as “News Flash”."),
        GraphQLEdge("severity", "Severity", description="How loudly it speaks."),
        GraphQLEdge("starts_at", "DateTime", description="On air from this moment."),
        GraphQLEdge("ends_at", "DateTime", description="Off air from this moment."),
        GraphQLInt(
            "version",
            required=True,
            description="Grows with every change, so that a dismissed banner shows again when it is updated.",
        ),
        GraphQLEdge("items", "FlashItem", many=True, description="The headlines, in the order they run."),
    ]
    parent_page_types = ["news.FlashDesk"]
    subpage_types: list[str] = []
    page_description = "A ticker of headlines that takes itself down."

    class Meta:
        indexes = [models.Index(fields=["ends_at", "starts_at"], name="banner_by_window")]
        permissions = [("put_on_air", "Can put flash banners on air")]

    @classmethod
    def own_window(cls, now: datetime) -> Q:
        """Return the condition under which a banner is on air at `now`."""
        return Q(starts_at__lte=now, ends_at__gt=now) & (Q(expire_at=None) | Q(expire_at__gt=now))

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": "A banner ends after it starts: choose a later moment."})

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.live and self.pk:
            stored = FlashBanner.objects.filter(pk=self.pk).values_list("version", flat=True).first()
            self.version = (stored or 0) + 1  # not this object's own, which may come from an old revision
        super().save(*args, **kwargs)
