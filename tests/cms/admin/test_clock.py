"""The admin runs by the site's clock."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from wagtail.models import Site
from wagtail.users.models import UserProfile

from cms.admin.clock import SiteClockMiddleware
from cms.models import SiteSettings


@pytest.fixture
def clock(front_page, rf):
    """Return the zone that a request of a user to an address is answered in."""
    SiteSettings.objects.update_or_create(
        site=Site.objects.get(is_default_site=True), defaults={"time_zone": "Asia/Kabul"}
    )

    def ask(user: User, address: str = "/admin/") -> str:
        request = rf.get(address)
        request.user = user
        SiteClockMiddleware(lambda request: None)(request)
        profile = getattr(request.user, "wagtail_userprofile", None)
        return profile.get_current_time_zone() if profile else timezone.get_default_timezone_name()

    return ask


def test_whoever_chose_no_zone_has_the_sites(clock):
    assert clock(User.objects.create_user("leila")) == "Asia/Kabul"


def test_whoever_chose_a_zone_keeps_it(clock):
    user = User.objects.create_user("leila")
    UserProfile.objects.create(user=user, current_time_zone="Europe/Oslo")

    assert clock(user) == "Europe/Oslo"


def test_addresses_outside_the_admin_are_left_alone(clock):
    assert clock(User.objects.create_user("leila"), "/graphql/") == timezone.get_default_timezone_name()


def test_nothing_is_stored(clock):
    clock(User.objects.create_user("leila"))

    assert not UserProfile.objects.exists()


def test_dates_in_the_admin_are_read_and_shown_by_that_clock(clock):
    user = User.objects.create_superuser("leila")
    client = Client()
    client.force_login(user)

    assert "Asia/Kabul" in client.get("/admin/reports/waiting/").content.decode()
