"""Feeds hold what readers may see, say where it is, and break no rule of their formats."""

import json
from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from graphql import is_object_type
from wagtail.models import Locale, Page

from cms.graphql.schema import get_schema
from news.feeds.content import BLOCKS
from tests.builders import make_article, make_front_page, make_section

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
EVERY_FEED = [
    f"/feeds/{path}{name}"
    for path in ("", "world/", "tags/ferries/", "contributors/khan/", "search/")
    for name in ("rss.xml", "atom.xml", "feed.json")
]


@pytest.mark.parametrize("address", [each for each in EVERY_FEED if each.endswith(".xml")])
def test_every_feed_of_xml_tells_the_story(read, newsroom, address):
    found = read(f"{address}?q=ferries")

    [entry] = found.entries
    assert entry.title == "Ferries & tides <fast>"
    assert entry.link == "https://www.courier.example/world/ferries/"
    assert entry.summary == "Two votes decided it."
    assert [author.name for author in entry.authors] == ["A. Khan"]
    assert [tag.term for tag in entry.tags] == ["World", "Ferries"]
    assert entry.media_content[0]["url"].endswith(".png")
    assert found.feed.title.startswith("The Courier")


@pytest.mark.parametrize("address", [each for each in EVERY_FEED if each.endswith(".json")])
def test_every_feed_of_json_tells_the_story(client, newsroom, address):
    response = client.get(f"{address}?q=ferries")

    feed = response.json()
    assert response["Content-Type"].startswith("application/feed+json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"http://testserver{address}?q=ferries"
    [item] = feed["items"]
    assert item.keys() >= {"id", "url", "title", "content_text", "date_published", "authors", "tags", "image"}
    assert item["content_text"] == "Two votes decided it."
    assert item["authors"] == [{"name": "A. Khan", "url": "https://www.courier.example/contributors/khan/"}]


def test_rss_has_what_its_specification_requires(client, newsroom):
    channel = ElementTree.fromstring(client.get("/feeds/rss.xml").content).find("channel")

    assert [channel.findtext(name) for name in ("title", "link", "description", "language")] == [
        "The Courier",
        "https://www.courier.example/",
        "News from the port",
        "en",
    ]
    guid = channel.find("item/guid")
    assert guid.get("isPermaLink") == "false"
    assert channel.find(f"{ATOM}link").get("rel") == "self"


def test_atom_has_what_its_specification_requires(client, newsroom):
    feed = ElementTree.fromstring(client.get("/feeds/world/atom.xml").content)

    for element in (feed, feed.find(f"{ATOM}entry")):
        assert all(element.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
        assert element.find(f"{ATOM}author/{ATOM}name").text
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated")).tzinfo
    assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} == {"self", "alternate"}


def test_a_story_keeps_its_identifier_whatever_becomes_of_its_address(read, newsroom):
    before = read("/feeds/rss.xml").entries[0].id
    Page.objects.get(pk=newsroom.pk).specific.move(make_section(), pos="last-child")
    story = Page.objects.get(pk=newsroom.pk).specific
    story.title, story.slug = "Another headline", "another"
    story.save()

    after = read("/feeds/rss.xml").entries[0]

    assert after.title == "Another headline"
    assert after.id == before
    assert before.startswith("tag:www.courier.example,")


def test_a_correction_makes_a_story_newer(read, newsroom):
    entry = read("/feeds/atom.xml").entries[0]

    assert entry.updated > entry.published


def test_by_setting_feeds_hold_whole_articles(client, newsroom, settings):
    settings.FEED_FULL_CONTENT = True

    [item] = client.get("/feeds/feed.json?full").json()["items"]

    html = item["content_html"]
    assert html.startswith('<div lang="en" dir="ltr"><figure><img src=')
    assert "<h2>The vote</h2><p>It was <b>close</b>.</p>" in html
    assert '<blockquote lang="ur" dir="rtl"><p>We won.</p><p>— The minister</p></blockquote>' in html
    assert "<strong>Correction, " in html
    assert html.endswith("It was two votes, not three.</p></div>")


def test_every_block_can_stand_in_a_feed():
    schema = get_schema()

    blocks = {
        each.name for each in schema.get_possible_types(schema.type_map["Block"]) if is_object_type(each)
    }

    assert BLOCKS.keys() == blocks


def test_a_language_has_a_feed_of_its_own(client, newsroom):
    urdu = Locale.objects.get_or_create(language_code="ur")[0]
    front_page = make_front_page().copy_for_translation(urdu)
    front_page.save_revision().publish()
    make_article(section=make_section(parent=front_page, slug="دنیا"), slug="بجٹ", title="بجٹ منظور")

    feeds = [client.get(path).json() for path in ("/feeds/ur/feed.json", "/feeds/ur/دنیا/feed.json")]

    assert [feed["language"] for feed in feeds] == ["ur", "ur"]
    assert [[item["title"] for item in feed["items"]] for feed in feeds] == [["بجٹ منظور"]] * 2
    assert len(client.get("/feeds/feed.json").json()["items"]) == 1


def test_what_readers_may_not_see_is_in_no_feed(client, newsroom):
    later = timezone.now() + timedelta(hours=1)
    hidden = {"section": newsroom.get_parent().specific, "tags": ["Ferries"], "title": "Ferries sunk"}
    make_article(**hidden, embargo_until=later)
    make_article(**hidden, live=False)

    feeds = [client.get(f"{address}?q=ferries") for address in EVERY_FEED]

    assert not [feed.request["PATH_INFO"] for feed in feeds if b"sunk" in feed.content]


@pytest.mark.parametrize(
    "address", ["/feeds/nowhere/rss.xml", "/feeds/tags/no/feed.json", "/feeds/contributors/x/atom.xml"]
)
def test_what_is_not_there_has_no_feed_and_no_cache_keeps_that(client, newsroom, address):
    answer = client.get(address)

    assert (answer.status_code, answer["Cache-Control"]) == (404, "no-store")


@pytest.mark.parametrize("address", ["/feeds/rss.xml", "/feeds/search/feed.json?q=ferries", "/sitemap.xml"])
def test_whoever_has_a_feed_is_sent_it_again_only_when_it_changed(client, newsroom, address):
    tag = client.get(address)["ETag"]
    unchanged = client.get(address, headers={"If-None-Match": tag})
    make_article(section=newsroom.get_parent().specific, title="More ferries").save_revision().publish()
    changed = client.get(address, headers={"If-None-Match": tag})

    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert changed.status_code == 200


def test_feeds_may_be_read_from_any_allowed_origin_and_set_no_cookie(client, newsroom):
    response = client.get("/feeds/feed.json", headers={"Origin": "https://reader.example"})

    assert response["Access-Control-Allow-Origin"] == "https://reader.example"
    assert "Set-Cookie" not in response
    assert json.loads(response.content)
