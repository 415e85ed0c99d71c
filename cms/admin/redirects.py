"""The admin's redirects: a form that refuses what would send readers round in a circle."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.contrib.redirects import views
from wagtail.contrib.redirects.forms import RedirectForm

from cms.graphql.context import RequestContext
from cms.redirects import comes_back


class CheckedRedirectForm(RedirectForm):
    """Wagtail's form, which knows nothing of loops."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse a redirect to where it starts, at once or by way of others."""
        cleaned = super().clean() or self.cleaned_data
        start, page = cleaned.get("old_path"), cleaned.get("redirect_page")
        if not start:
            return cleaned
        context = RequestContext()
        if page and context.paths.url_path(start.rstrip("/") + "/") == page.url_path:
            raise ValidationError({"redirect_page": "This page is at that address already."})
        link, front_end = cleaned.get("redirect_link") or "", context.settings.front_end_root
        if not page and comes_back(start, link, site=context.site, front_end=front_end):
            raise ValidationError(
                {
                    "redirect_link": "This leads back to where it starts. Choose an address that ends somewhere."
                }
            )
        return cleaned


def check_redirects() -> None:
    """Put the form where Wagtail has its own, which it offers no setting for: adding, editing, importing."""
    views.CreateView.form_class = views.EditView.form_class = views.RedirectForm = CheckedRedirectForm
