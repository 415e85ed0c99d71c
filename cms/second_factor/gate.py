"""Nobody works in the admin with a password alone."""

from collections.abc import Callable
from functools import cached_property

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from cms.second_factor.devices import is_enrolled

PAGE = "second_factor"
# What signing in and out takes, and what its pages draw their icons and words from.
OPEN = (
    PAGE,
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
)


class SecondFactorMiddleware:
    """Sends whoever has not proved themselves to where they can, whatever address of the admin they ask for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on what needs no proof."""
        if not self._is_guarded(request.path_info) or is_proved(request) or request.user.is_anonymous:
            return self.get_response(request)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            raise PermissionDenied
        return redirect(f"{reverse(PAGE)}?{urlencode({'next': request.get_full_path()})}")

    def _is_guarded(self, path: str) -> bool:
        return path.startswith(self._admin) and path not in self._open

    @cached_property
    def _admin(self) -> str:
        return reverse("wagtailadmin_home")

    @cached_property
    def _open(self) -> frozenset[str]:
        return frozenset(reverse(name) for name in OPEN)


def is_proved(request: HttpRequest) -> bool:
    """Return whether a request comes from a session that needs no further proof.

    Where a second factor is not required, it is still asked of those who have set one up.
    """
    user = request.user
    if not user.is_authenticated:
        return False
    if user.is_verified():  # type: ignore[attr-defined]  # django-otp's middleware adds it
        return True
    return not settings.SECOND_FACTOR_REQUIRED and not is_enrolled(user)
