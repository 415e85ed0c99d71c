"""The second factor's pages, and its place in the account menu."""

from django.urls import URLPattern, path, reverse
from wagtail import hooks

from cms.second_factor import views
from cms.second_factor.gate import PAGE


@hooks.register("register_admin_urls")
def add_second_factor_pages() -> list[URLPattern]:
    """Add the pages."""
    return [
        path("second-factor/", views.second_factor, name=PAGE),
        path("second-factor/codes/", views.renew_codes, name="second_factor_codes"),
        path("second-factor/replace/", views.replace, name="second_factor_replace"),
    ]


@hooks.register("register_account_menu_item")
def add_account_menu_item(request: object) -> dict[str, str]:
    """Offer the app and the codes beside the password."""
    return {
        "url": reverse(PAGE),
        "label": "Second factor",
        "help_text": "Set up or replace your authenticator app; get new recovery codes.",
    }
