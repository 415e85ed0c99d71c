"""From a page in the admin to the same page on the front end."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import Site

from cms.models import SiteSettings
from tests.builders import make_article, make_banner, make_section


@pytest.fixture
def browser(db) -> Client:
    """The browser of somebody who works here."""
    client = Client()
    client.force_login(User.objects.create_superuser("leila"))
    return client


def test_a_live_page_leads_to_its_address_on_the_front_end(browser):
    section = make_section(slug="harbour")
    article = make_article(section=section, slug="ferries-stay")
    SiteSettings.objects.create(
        site=Site.objects.get(is_default_site=True), front_end_url="https://www.courier.example"
    )

    response = browser.get(f"/admin/pages/{article.pk}/on-the-site/")

    assert response["Location"] == "https://www.courier.example/harbour/ferries-stay/"


def test_the_way_is_offered_beside_live_pages_and_not_beside_drafts(browser):
    section = make_section()
    live, draft = make_article(section=section), make_article(section=section, live=False)

    page = browser.get(f"/admin/pages/{section.pk}/").content.decode()

    assert f"/admin/pages/{live.pk}/on-the-site/" in page
    assert f"/admin/pages/{draft.pk}/on-the-site/" not in page


def test_a_draft_has_no_address(browser):
    assert browser.get(f"/admin/pages/{make_article(live=False).pk}/on-the-site/").status_code == 404


def test_a_banner_has_no_address(browser):
    banner = make_banner()

    page = browser.get(f"/admin/pages/{banner.get_parent().pk}/").content.decode()

    assert f"/admin/pages/{banner.pk}/on-the-site/" not in page
