"""The admin runs by the site's clock.

Wagtail shows and reads every moment in the time zone of the user's profile, else in the server's. A newsroom
has one clock, that of its readers, so the profile says the site's zone where a user has chosen no other.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.models import Site
from wagtail.users.models import UserProfile

from cms.models import SiteSettings


def site_zone(request: HttpRequest) -> str:
    """Return the time zone of the site that is asked, such as Asia/Kabul; the server's where there is no site."""
    site = Site.find_for_request(request)
    return SiteSettings.for_site(site).time_zone if site else settings.TIME_ZONE


class SiteClockMiddleware:
    """Sets the clock for requests to the admin; nothing is stored."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    @cached_property
    def admin(self) -> str:
        """The path under which the admin lives."""
        return reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(self.admin) and request.user.is_authenticated:
            user: Any = request.user
            if not hasattr(user, "wagtail_userprofile"):
                user.wagtail_userprofile = UserProfile(user=user)
            profile = user.wagtail_userprofile
            if not profile.current_time_zone:
                profile.current_time_zone = site_zone(request)
        return self.get_response(request)
