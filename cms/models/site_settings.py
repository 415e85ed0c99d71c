"""What a publication says of itself: its name, logo, clock, front end and menus."""

import zoneinfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable


def validate_time_zone(name: str) -> None:
    """Refuse a name that is not in the IANA time zone database."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(
            f"“{name}” is not an IANA time zone. Write one such as Asia/Kabul or Europe/Berlin."
        )


@register_setting(icon="site")
class SiteSettings(BaseSiteSetting, ClusterableModel):
    """The publication behind a site."""

    name = models.CharField(
        max_length=120, default="Masthead", help_text="The publication's name as readers know it."
    )
    tagline = models.CharField(max_length=200, blank=True, help_text="A line under the name. May be empty.")
    publisher = models.CharField(
        max_length=160,
        blank=True,
        help_text="The company or body that is responsible. Left empty, the publication's name.",
    )
    logo = models.ForeignKey(
        "cms.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown above the front page and told to search engines; at least 112 pixels high.",
    )
    time_zone = models.CharField(
        max_length=64,
        default="UTC",
        validators=[validate_time_zone],
        help_text="IANA name, such as Asia/Kabul. The site's date and every scheduled minute follow it.",
    )
    front_end_url = models.URLField(
        blank=True,
        help_text="Root address of the readers' front end, such as https://www.example.org. "
        "Left empty, the server's FRONT_END_URL.",
    )

    panels = [
        MultiFieldPanel(["name", "tagline", "publisher", "logo"], heading="Publication"),
        FieldRowPanel(["time_zone", "front_end_url"], heading="Clock and front end"),
        InlinePanel("navigation_items", label="Menu entry", heading="Navigation"),
        InlinePanel("social_profiles", label="Profile", heading="Social profiles"),
    ]

    class Meta:
        verbose_name = "publication"

    def __str__(self) -> str:
        return self.name

    @property
    def front_end_root(self) -> str:
        """Root address of the readers' front end, without a slash at its end."""
        return (self.front_end_url or settings.FRONT_END_URL).rstrip("/")


class NavigationItem(Orderable):
    """One entry of the site's menu: a page, or an address outside."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="navigation_items")
    label = models.CharField(
        max_length=60, blank=True, help_text="Left empty, the page's title. Needed for an address."
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="A page of this site. The entry disappears while readers may not see it.",
    )
    address = models.URLField(
        blank=True, help_text="Or an address outside, such as https://example.org/shop."
    )
    locale = models.ForeignKey(
        "wagtailcore.Locale",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="The language whose menu this is in. Left empty, the page's own, else every language.",
    )

    panels = [FieldPanel("label"), PageChooserPanel("page"), FieldPanel("address"), FieldPanel("locale")]

    def clean(self) -> None:
        super().clean()
        if bool(self.page_id) == bool(self.address):
            raise ValidationError({"page": "Choose a page or write an address: one of the two."})
        if self.address and not self.label:
            raise ValidationError({"label": "An address needs a label."})


class SocialProfile(Orderable):
    """The publication's page on a social network, told to search engines."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="social_profiles")
    address = models.URLField(help_text="Such as https://mastodon.example/@courier.")

    panels = [FieldPanel("address")]
