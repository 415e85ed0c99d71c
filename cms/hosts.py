"""The admin on a host of its own, so that readers' caches and firewalls never have to know about it."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.urls import reverse


class AdminHostMiddleware:
    """Where `ADMIN_HOST` is set: the admin answers on that host only."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.ADMIN_HOST and request.path_info.startswith(reverse("wagtailadmin_home")):
            host = split_domain_port(request.get_host())[0]
            if host != settings.ADMIN_HOST:
                raise Http404
        return self.get_response(request)
