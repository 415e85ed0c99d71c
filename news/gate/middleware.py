"""Turns a refusal that no form foresaw into a message: bulk publishing, approval from a list, a live copy."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from news.gate.enforcement import NotReady


class RefusalMiddleware:
    """Leads an editor to what keeps a page from going live, where Wagtail would answer with an error page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Tell what was found and go to the page; leave every other exception alone."""
        if not isinstance(exception, NotReady) or not hasattr(request, "session"):
            return None
        for finding in exception.findings:
            messages.error(request, f"“{exception.instance}” did not go out. {finding.sentence}")
        address = (
            AdminURLFinder(request.user).get_edit_url(exception.instance) if exception.instance.pk else None
        )
        address = address or reverse("wagtailadmin_home")
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)
