"""Editors schedule across the nights on which the clocks change; what goes out, goes out when they meant."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.urls import reverse
from wagtail.models import Revision, Site
from wagtail.users.models import UserProfile

from cms.models import SiteSettings
from cms.scheduling.runner import Runner
from news.models import Article, FlashBanner
from tests.builders import make_article, make_contributor, make_flash_desk, make_front_page, make_section
from tests.news.admin.test_flash_desk import banner_form, headline
from tests.news.admin.test_forged import form_of
from tests.news.gate.test_editor import story

LONG_BEFORE = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def berliner(make_member) -> User:
    """A manager whose profile says Europe/Berlin."""
    make_front_page()
    user = make_member("Managers")
    UserProfile.objects.create(user=user, current_time_zone="Europe/Berlin")
    return user


@pytest.fixture
def berlin(berliner, sign_in):
    """Her browser, weeks before any clock changes."""
    with time_machine.travel(LONG_BEFORE, tick=False):
        yield sign_in(user=berliner)


def schedule(client, go_live_at: str):
    """Send a new story that is to go live at a time by the editor's clock."""
    form = story(contributor=make_contributor(), go_live_at=go_live_at, display_date="2026-02-01 10:00")
    return client.post(reverse("wagtailadmin_pages:add", args=["news", "article", make_section().pk]), form)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-03-29 01:59", datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        ("2026-03-29 03:00", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        ("2026-10-25 01:59", datetime(2026, 10, 24, 23, 59, tzinfo=UTC)),
        ("2026-10-25 03:00", datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
    ],
)
def test_a_time_beside_the_change_is_stored_shown_and_kept(berlin, typed, meant):
    schedule(berlin, typed)
    article = Article.objects.get()

    assert Revision.objects.get(approved_go_live_at__isnull=False).approved_go_live_at == meant
    shown = berlin.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert f'value="{typed}"' in shown
    for moment, is_live in ((meant - SECOND, False), (meant, True)):
        with time_machine.travel(moment, tick=False):
            Runner().run_once()
        assert Article.objects.get().live is is_live


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2026-03-29 02:30", "02:30 does not exist on 29 March 2026, when the clocks go forward"),
        ("2026-10-25 02:30", "02:30 comes twice on 25 October 2026, when the clocks go back"),
    ],
)
def test_a_time_that_is_none_or_two_is_asked_for_again_and_nothing_is_scheduled(berlin, typed, told):
    form = schedule(berlin, typed).context["form"]

    assert form.errors["go_live_at"][0].startswith(f"{told} (Europe/Berlin). Choose 01:30 or 03:30")
    assert not Article.objects.exists()


def test_a_story_that_came_out_in_the_hour_that_comes_twice_can_still_be_edited(berliner, sign_in):
    came_out = datetime(2026, 10, 25, 1, 30, 17, tzinfo=UTC)
    article = make_article(display_date=came_out, contributors=[make_contributor()])
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])

    with time_machine.travel(came_out + timedelta(days=2), tick=False):
        sign_in(user=berliner).post(
            address, form_of(article, title="Edited", display_date="2026-10-25 02:30")
        )

    article = Article.objects.get()
    assert (article.title, article.display_date) == ("Edited", came_out)


@pytest.mark.parametrize("now", [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)])
def test_a_banner_goes_on_air_at_once_in_either_of_the_two_hours(berliner, sign_in, now):
    desk = make_flash_desk()
    form = banner_form(headline("Fire"), starts_at="2026-10-25 02:30", ends_at="2026-10-25 05:00")
    address = reverse("wagtailadmin_pages:add", args=["news", "flashbanner", desk.pk])

    with time_machine.travel(now, tick=False):
        sign_in(user=berliner).post(address, {**form, "action-publish": "action-publish"})

    assert FlashBanner.objects.get().starts_at == now


def test_the_report_of_what_waits_is_by_the_newsrooms_clock_whatever_the_readers(berlin):
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.update_or_create(site=site, defaults={"time_zone": "Asia/Kabul"})
    make_article(embargo_until=datetime(2026, 10, 25, 0, 30, tzinfo=UTC))

    page = berlin.get(reverse("waiting_report")).content.decode()

    assert "25 Oct 2026, 05:00" in page
    assert "by the newsroom&#x27;s clock, Asia/Kabul" in page
