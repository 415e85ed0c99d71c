"""Links to what is not published yet, which an editor hands out and can take back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from cms.models import Preview, SiteSettings
from cms.models.page import PreviewedPage
from cms.previews import preview_url, revoke, share, token_of


class SharedPreviewsView(WagtailAdminTemplateMixin, TemplateView):
    """Shows the links to a page's unpublished states; makes one, and takes one back."""

    template_name = "cms/admin/shared_previews.html"
    page_title = "Shared previews"
    header_icon = "link"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(Page, pk=kwargs["page_id"]).specific
        if not may_share(self.page, request.user):
            raise PermissionDenied

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Return where this page stands in the admin."""
        title = self.page.get_admin_display_title()
        page = {"url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]), "label": title}
        return [*self.breadcrumbs_items, page, {"url": "", "label": self.page_title}]

    def get_page_subtitle(self) -> str:
        """Return which page it is about."""
        return self.page.get_admin_display_title()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the links that open something, the newest first."""
        root = SiteSettings.for_request(self.request).front_end_root
        links = [
            {"preview": preview, "url": preview_url(token_of(preview), root)} for preview in self._shared()
        ]
        return {**super().get_context_data(**kwargs), "page": self.page, "links": links}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take back the link that `revoke` names, else make one."""
        if key := request.POST.get("revoke"):
            revoke(get_object_or_404(self._shared(), pk=key), request.user)
            messages.success(request, "The link opens nothing any more.")
        else:
            share(self.page, request.user)
            messages.success(request, "Anybody with the link sees the page as it was last saved.")
        return redirect("shared_previews", self.page.pk)

    def _shared(self) -> Any:
        shared = Preview.objects.filter(page=self.page, is_shared=True, revoked_at=None)
        return (
            shared.filter(expires_at__gt=timezone.now()).select_related("created_by").order_by("-created_at")
        )


def may_share(page: Page, user: Any) -> bool:
    """Return whether somebody may hand out links to a page: whoever may edit it, if it has a preview."""
    return isinstance(page, PreviewedPage) and page.permissions_for_user(user).can_edit()


class SharedPreviewsButton(PageMenuItem):
    """“Shared previews”, for pages that have one."""

    label = "Shared previews"
    icon_name = "link"
    priority = 25

    def __init__(self, *, page: Page) -> None:
        super().__init__(page=page, url=reverse("shared_previews", args=[page.pk]))

    def is_shown(self, user: Any) -> bool:
        """Return whether the user may share the page."""
        return may_share(self.page.specific, user)
