"""Headers that keep browsers from doing with an answer what it is not meant for."""

from collections.abc import Callable
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

CSP = "Content-Security-Policy"


class SecurityHeadersMiddleware:
    """Adds a content security policy and a permissions policy where a view set none of its own.

    What is no page for people is data: nothing in it may load or run anything, wherever a browser is made to open it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_page = request.path_info.startswith(self.pages)
        policy = settings.CSP_PAGES if is_page else settings.CSP_DATA
        response.headers.setdefault(CSP, _written(policy))
        response.headers.setdefault(
            "Permissions-Policy", ", ".join(f"{name}=()" for name in settings.PERMISSIONS_REFUSED)
        )
        return response

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """How the addresses of pages for people begin."""
        return reverse("wagtailadmin_home"), reverse("graphiql")


def _written(policy: dict[str, list[str]]) -> str:
    return "; ".join(" ".join([directive, *sources]) for directive, sources in policy.items())
