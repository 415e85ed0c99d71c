"""Leads from a page in the admin to the same page on the readers' front end."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.models import Page

from cms.graphql.context import RequestContext
from cms.models import BasePage


def on_the_site(request: HttpRequest, page_id: int) -> HttpResponse:
    """Lead to a live page's address on the front end."""
    page = get_object_or_404(Page.objects.filter(live=True), pk=page_id)
    paths = RequestContext(request).paths
    return redirect(paths.url(paths.path(page.url_path, page.locale_id)))


class OnTheSiteButton(PageMenuItem):
    """“Open on the site”, for what readers can open."""

    label = "Open on the site"
    icon_name = "link-external"
    priority = 5

    def __init__(self, *, page: Page) -> None:
        super().__init__(page=page, url=reverse("on_the_site", args=[page.pk]))

    def is_shown(self, user: Any) -> bool:
        """Return whether it leads anywhere."""
        return self.page.live and issubclass(self.page.specific_class, BasePage)
