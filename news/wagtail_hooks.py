"""What `news` adds to Wagtail: its root fields of the API and the newsroom's part of the admin."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import PagesSummaryItem, SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from cms.graphql.schema import ROOT_FIELDS_HOOK
from cms.purging import ADDRESSES_HOOK
from news.admin.announcing import AnnounceButton, BannerViewSet, announce, lead_with_air
from news.admin.dashboard import arrange
from news.admin.editing import ArticleViewSet, FlashDeskViewSet
from news.admin.extension import ExtendView
from news.admin.flash_desk import FlashDeskView
from news.admin.listings import (
    ArticleListing,
    BannerListing,
    FrontPageViewSet,
    SectionViewSet,
    refuse_structure,
)
from news.admin.records import NewsroomGroup
from news.admin.reports import WaitingReport
from news.admin.retracting import RetractButton, RetractView
from news.admin.updating import tell_updates_apart
from news.banners import EXTENDED, ExtensionFormatter
from news.feeds.addresses import addresses_at
from news.permissions import STRUCTURE
from news.retractions import RETRACTED, RetractionFormatter
from news.schema import NewsQuery

hooks.register(ADDRESSES_HOOK, addresses_at)


@hooks.register(ROOT_FIELDS_HOOK)
def add_root_fields(roots: list[type]) -> None:
    """Add the newspaper's root fields."""
    roots.append(NewsQuery)


register_snippet(NewsroomGroup)


@hooks.register("register_admin_viewset")
def add_viewsets() -> list[ViewSet | ViewSetGroup]:
    """Add the lists of articles and banners, how each page type is edited, and what the page tree shows."""
    listings = [ArticleListing(), BannerListing()]
    return [
        *listings,
        ArticleViewSet(),
        FrontPageViewSet(),
        SectionViewSet(),
        FlashDeskViewSet(),
        BannerViewSet(),
    ]


@hooks.register("register_admin_urls")
def add_addresses() -> list[URLPattern]:
    """Add the flash desk, the report, and what is done with a live article."""
    return [
        path("flash-desk/", FlashDeskView.as_view(), name="flash_desk"),
        path("flash-desk/announce/<int:article_id>/", announce, name="flash_desk_announce"),
        path("flash-desk/extend/<int:banner_id>/", ExtendView.as_view(), name="flash_desk_extend"),
        path("articles/<int:article_id>/retract/", RetractView.as_view(), name="retract"),
        path("reports/waiting/", WaitingReport.as_view(), name="waiting_report"),
        path(
            "reports/waiting/results/",
            WaitingReport.as_view(results_only=True),
            name="waiting_report_results",
        ),
    ]


@hooks.register("register_admin_menu_item")
def add_flash_desk() -> MenuItem:
    """Put the flash desk into the menu."""
    return MenuItem("Flash desk", reverse("flash_desk"), name="flash-desk", icon_name="bolt", order=120)


@hooks.register("register_reports_menu_item")
def add_report() -> MenuItem:
    """Put the report among the reports."""
    url = reverse("waiting_report")
    return MenuItem("Embargoed and scheduled", url, name="waiting", icon_name="time", order=10)


@hooks.register("register_icons")
def add_icons(icons: list[str]) -> list[str]:
    """Add the icons that Wagtail does not have."""
    return [*icons, "news/icons/bolt.svg"]


@hooks.register("insert_global_admin_css")
def add_style() -> str:
    """Dress the newsroom's pages and panels."""
    return format_html('<link rel="stylesheet" href="{}">', static("news/admin.css"))


@hooks.register("construct_homepage_panels")
def add_panels(request: HttpRequest, panels: list[Component]) -> None:
    """Put the newsroom's panels on the dashboard."""
    arrange(request, panels)


@hooks.register("construct_homepage_summary_items", order=10_000)
def leave_out_totals(request: HttpRequest, summary_items: list[SummaryItem]) -> None:
    """Leave out the number of all pages: it tells nothing and counts them all."""
    summary_items[:] = [item for item in summary_items if not isinstance(item, PagesSummaryItem)]


@hooks.register("before_create_page")
def keep_structure(request: HttpRequest, parent_page: Page, page_class: type[Page]) -> None:
    """Let only those shape the paper who may."""
    refuse_structure(request, parent_page, page_class)


@hooks.register("register_permissions")
def offer_permissions() -> QuerySet[Permission]:
    """Offer the newsroom's own permissions where groups are edited."""
    codenames = ["put_on_air", *(f"add_{model}" for model in sorted(STRUCTURE))]
    return Permission.objects.filter(Q(content_type__app_label="news", codename__in=codenames))


@hooks.register("register_page_listing_buttons")
def add_announce_to_list(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Offer a banner on every article in a list."""
    if button := AnnounceButton.for_page(page, user):
        yield button


@hooks.register("register_page_header_buttons")
def add_announce_to_form(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button | RetractButton]:
    """Offer a banner from an article's form, and to take the article back."""
    if button := AnnounceButton.for_page(page, user):
        yield button
    yield RetractButton(page=page)


@hooks.register("construct_page_action_menu")
def name_ways_to_publish(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Make going on air the first thing a banner's form offers; tell an article's update from a minor edit."""
    lead_with_air(menu_items, context)
    tell_updates_apart(menu_items, context)


@hooks.register("register_log_actions")
def add_log_actions(actions: LogActionRegistry) -> None:
    """Put extensions of banners and retractions of articles on their record."""
    actions.register_action(EXTENDED)(ExtensionFormatter)
    actions.register_action(RETRACTED)(RetractionFormatter)
