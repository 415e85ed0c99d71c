"""Addresses that neither read cookies nor set them, so that one answer serves every reader and any cache."""

from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch, resolve


class CookielessMiddleware:
    """Takes the cookies off requests under `settings.COOKIELESS_PATHS`.

    Stands before Django's session middleware, which answers even a broken session cookie with a cookie and
    `Vary: Cookie`. What never sees a cookie can't differ by one. A view that says `needs_no_session` is answered
    right here: whatever stands behind this only finds out who is signed in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.paths = tuple(settings.COOKIELESS_PATHS)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as if the request had come without cookies."""
        if request.path_info.startswith(self.paths):
            request.META.pop("HTTP_COOKIE", None)
            match = _resolved(request.path_info, settings.ROOT_URLCONF)
            if getattr(match.func, "needs_no_session", False):
                request.resolver_match = match
                return match.func(request, *match.args, **match.kwargs)
        return self.get_response(request)


@lru_cache(maxsize=100)
def _resolved(path: str, urlconf: str) -> ResolverMatch:
    """Return the view of an address; what leads nowhere raises, and is not remembered."""
    return resolve(path, urlconf)
