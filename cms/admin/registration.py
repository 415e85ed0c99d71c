"""Registers with Wagtail what `cms` adds to its admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.models import Page

from cms.admin.live import OnTheSiteButton, on_the_site
from cms.admin.redirects import check_redirects
from cms.admin.sharing import SharedPreviewsButton, SharedPreviewsView

HELP_WITHIN = {"keyboard-shortcuts-trigger"}
"""The entries of Wagtail's help menu that do not lead to another site."""


check_redirects()


@hooks.register("register_admin_urls")
def add_addresses() -> list[URLPattern]:
    """Add what can be done with a page beside editing it."""
    return [
        path("pages/<int:page_id>/on-the-site/", on_the_site, name="on_the_site"),
        path("pages/<int:page_id>/shared-previews/", SharedPreviewsView.as_view(), name="shared_previews"),
    ]


@hooks.register("register_page_listing_more_buttons")
def add_listing_button(page: Page, user: Any, next_url: str | None = None) -> Iterator[OnTheSiteButton]:
    """Offer the way from a list."""
    yield OnTheSiteButton(page=page)


@hooks.register("register_page_header_buttons")
def add_header_button(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[PageMenuItem]:
    """Offer the way from a page's own form, and links to what is not published yet."""
    yield OnTheSiteButton(page=page)
    yield SharedPreviewsButton(page=page)


@hooks.register("insert_editor_js")
def add_scripts() -> str:
    """Turn what is pasted from a word processor into clean blocks, and show previews of another origin at once."""
    addresses = ((static(f"cms/{name}.js"),) for name in ("paste", "preview"))
    return format_html_join("", '<script src="{}"></script>', addresses)


@hooks.register("construct_help_menu")
def keep_help_within(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Leave out the entries that lead out of the newsroom."""
    menu_items[:] = [item for item in menu_items if item.name in HELP_WITHIN]
