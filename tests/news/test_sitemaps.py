"""Sitemaps hold every page that readers may see, and nothing else; robots keep out of the CMS."""

from datetime import datetime, timedelta
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from wagtail.models import Locale

from cms import sitemaps
from news import sitemaps as news_sitemaps
from tests.builders import make_article, make_front_page, make_section

pytestmark = pytest.mark.django_db

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
# What the protocol says may stand in each element, in any number unless it is required.
CHILDREN = {
    "sitemapindex": {"sitemap"},
    "sitemap": {"loc", "lastmod"},
    "urlset": {"url"},
    "url": {"loc", "lastmod", "link", "news"},
    "news": {"publication", "publication_date", "title"},
    "publication": {"name", "language"},
}


@pytest.fixture
def sitemap(client):
    """A sitemap, checked against the protocol."""

    def fetch(address):
        response = client.get(address)
        assert response.status_code == 200
        assert response["Content-Type"].startswith("application/xml")
        root = ElementTree.fromstring(response.content)
        for element in root.iter():
            name = element.tag.partition("}")[2]
            assert {child.tag.partition("}")[2] for child in element} <= CHILDREN.get(name, set())
            if name == "loc":
                assert element.text.startswith("http")
            if name in {"lastmod", "publication_date"}:
                assert datetime.fromisoformat(element.text).tzinfo
        return root

    return fetch


def addresses(root):
    return [element.text for element in root.iter(f"{SITEMAP}loc")]


def all_pages(sitemap):
    return [
        address
        for part in addresses(sitemap("/sitemap.xml"))
        if "/pages-" in part
        for address in addresses(sitemap(part.removeprefix("http://testserver")))
    ]


def test_every_visible_page_is_in_one_sitemap_and_no_other_page_is(sitemap):
    section = make_section(slug="world")
    make_article(section=section, slug="seen")
    make_article(section=section, slug="draft", live=False)
    make_article(section=section, slug="embargoed", embargo_until=timezone.now() + timedelta(hours=1))
    make_article(section=section, slug="elsewhere", canonical_url="https://other.example/story")
    make_article(section=make_section(slug="closed", live=False), slug="below")

    found = all_pages(sitemap)

    assert sorted(found) == [f"http://127.0.0.1:3000{path}" for path in ("/", "/world/", "/world/seen/")]


def test_sitemaps_are_split_before_they_grow_too_long(sitemap, monkeypatch):
    monkeypatch.setattr(sitemaps, "KEYS_A_FILE", 2)
    section = make_section()
    made = [make_article(section=section).slug for _ in range(5)]

    found = all_pages(sitemap)

    assert len(addresses(sitemap("/sitemap.xml"))) >= 4
    assert len(found) == len(set(found)) == len(made) + 2


def test_a_page_names_its_other_languages(sitemap):
    urdu = Locale.objects.get_or_create(language_code="ur")[0]
    make_section(slug="world")
    front_page = make_front_page().copy_for_translation(urdu)
    front_page.save_revision().publish()
    [part] = [each for each in addresses(sitemap("/sitemap.xml")) if "/pages-" in each]
    pages = sitemap(part.removeprefix("http://testserver"))

    languages = {
        page.find(f"{SITEMAP}loc").text: [
            (link.get("hreflang"), link.get("href")) for link in page.iter(LINK)
        ]
        for page in pages
    }

    both = [("en", "http://127.0.0.1:3000/"), ("ur", "http://127.0.0.1:3000/ur/")]
    assert languages == {
        "http://127.0.0.1:3000/": both,
        "http://127.0.0.1:3000/ur/": both,
        "http://127.0.0.1:3000/world/": [],
    }


def test_a_file_that_holds_nothing_is_not_there(client, front_page):
    answer = client.get("/sitemaps/pages-999.xml")

    assert (answer.status_code, answer["Cache-Control"]) == (404, "no-store")


def test_the_sitemap_for_news_holds_two_days_and_no_more_than_it_may(sitemap, monkeypatch):
    monkeypatch.setattr(news_sitemaps, "MOST", 2)
    now, section = timezone.now(), make_section(slug="world")
    for hours in (1, 2, 3, 49):
        make_article(section=section, slug=f"{hours}-hours-ago", display_date=now - timedelta(hours=hours))
    make_article(section=section, slug="tomorrow", display_date=now + timedelta(hours=20))

    root = sitemap("/sitemaps/news.xml")

    assert [address.split("/")[-2] for address in addresses(root)] == ["1-hours-ago", "2-hours-ago"]
    story = root.find(f"{SITEMAP}url/{NEWS}news")
    assert story.findtext(f"{NEWS}publication/{NEWS}language") == "en"
    assert all(story.findtext(f"{NEWS}{name}") for name in ("title", "publication_date"))
    assert "http://testserver/sitemaps/news.xml" in addresses(sitemap("/sitemap.xml"))


def test_search_engines_take_pictures_feeds_and_sitemaps_from_the_cms_and_nothing_else(client):
    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").content.decode().splitlines())

    taken = ("/media/images/a.jpg", "/feeds/rss.xml", "/sitemap.xml", "/sitemaps/pages-0.xml")
    kept_out = ("/", "/admin/", "/graphql/", "/documents/1/", "/flash/stream")
    assert all(robots.can_fetch("Googlebot", address) for address in taken)
    assert not any(robots.can_fetch("Googlebot", address) for address in kept_out)
    assert robots.site_maps() == ["http://testserver/sitemap.xml"]
