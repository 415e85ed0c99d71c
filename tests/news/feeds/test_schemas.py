"""Every feed and every sitemap of the demo newsroom is valid; schemas/README.md says by what is meant."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone
from jsonschema import Draft7Validator, FormatChecker
from lxml import etree

from cms.graphql.context import RequestContext
from news.models import FrontPage, Section

SCHEMAS = Path(__file__).with_name("schemas")
FORMATS = ("rss.xml", "atom.xml", "feed.json")
TOPICS = "{ articles(first: 100) { nodes { tags { slug } bylines { contributor { slug } } } } }"
SEARCHES = ("ferry", "budget & «tides»", "کشتی", "nothing-has-these-words")

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """The demo, loaded once for this module; each test works in a savepoint of its own."""
    folder = tmp_path_factory.mktemp("var")
    with django_db_blocker.unblock(), override_settings(VAR=folder, DEMO_PASSWORD=""), transaction.atomic():
        call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)


def feeds(ask: Callable[..., Any]) -> Iterator[str]:
    """Yield the address of every feed there is, and of some searches."""
    context = RequestContext(now=timezone.now())
    pages = [page for model in (FrontPage, Section) for page in context.visibility.pages(model)]
    places = {context.paths.path(page.url_path, page.locale_id) for page in pages}
    for story in ask(TOPICS)["articles"]["nodes"]:
        places |= {f"/tags/{tag['slug']}/" for tag in story["tags"]}
        places |= {f"/contributors/{byline['contributor']['slug']}/" for byline in story["bylines"]}
    for place, name in product(sorted(places), FORMATS):
        yield f"/feeds{quote(place)}{name}"
    for words, name in product(SEARCHES, FORMATS):
        yield f"/feeds/search/{name}?q={quote(words)}"


def sitemaps(client: Client) -> Iterator[str]:
    """Yield the address of every sitemap that the index names."""
    index = etree.fromstring(client.get("/sitemap.xml").content)
    for address in index.iterfind(".//{*}loc"):
        yield urlsplit(address.text).path


def errors_of_xml(schema: etree.XMLSchema | etree.RelaxNG, content: bytes) -> list[str]:
    """Return what a schema finds wrong with a document."""
    schema.validate(etree.fromstring(content))
    return [f"{each.line}: {each.message}" for each in schema.error_log]


def errors_of_json(content: bytes) -> list[str]:
    """Return what is wrong with a JSON feed. Its dates are looked at here: a schema's formats are optional."""
    feed = json.loads(content)
    validator = Draft7Validator(
        json.loads((SCHEMAS / "jsonfeed.json").read_text()), format_checker=FormatChecker()
    )
    errors = [f"{each.json_path}: {each.message}" for each in validator.iter_errors(feed)]
    dates = [item[name] for item in feed["items"] for name in ("date_published", "date_modified")]
    return errors + [f"{each} has no zone" for each in dates if not datetime.fromisoformat(each).tzinfo]


def relax(name: str) -> Callable[[bytes], list[str]]:
    schema = etree.RelaxNG(etree.parse(SCHEMAS / name))
    return lambda content: errors_of_xml(schema, content)


def xsd(name: str) -> Callable[[bytes], list[str]]:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / name))
    return lambda content: errors_of_xml(schema, content)


JUDGES = {"rss.xml": relax("rss.rng"), "atom.xml": relax("atom.rng"), "feed.json": errors_of_json}


def judged(address: str) -> Callable[[bytes], list[str]]:
    """Return what judges the feed at an address."""
    return JUDGES[urlsplit(address).path.rpartition("/")[2]]


def errors_of(client: Client, addresses: list[str]) -> dict[str, list[str]]:
    """Return what is wrong with feeds, for those with which anything is."""
    wrong = {}
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        wrong[address] = judged(address)(response.content)
    return {address: found for address, found in wrong.items() if found}


def test_every_feed_of_the_demo_is_valid(demo, client, ask, settings):
    settings.FEED_FULL_CONTENT = True
    addresses = list(feeds(ask))

    assert errors_of(client, addresses) == {}
    assert len(addresses) > 100


def test_feeds_without_whole_articles_are_valid(demo, client):
    assert errors_of(client, [f"/feeds/{place}{name}" for place in ("", "ur/") for name in FORMATS]) == {}


def test_every_sitemap_of_the_demo_is_valid(demo, client):
    addresses = list(sitemaps(client))

    wrong = {address: xsd("urlset.xsd")(client.get(address).content) for address in addresses}
    wrong["/sitemap.xml"] = xsd("siteindex.xsd")(client.get("/sitemap.xml").content)

    assert {address: found for address, found in wrong.items() if found} == {}
    assert "/sitemaps/news.xml" in addresses
    assert any(b"xhtml:link" in client.get(address).content for address in addresses)


@pytest.mark.parametrize(
    ("address", "before", "after"),
    [
        ("/feeds/atom.xml", b"<id>", b"<id />\n<id>"),
        ("/feeds/atom.xml", b"<updated>20", b"<updated>on 20"),
        ("/feeds/atom.xml", b"<updated>20", b"<strange/><updated>20"),
        ("/feeds/rss.xml", b"+0000</pubDate>", b"o'clock</pubDate>"),
        ("/feeds/rss.xml", b"<description>", b"<strange/><description>"),
        ("/feeds/rss.xml", b"<guid isPermaLink=\"false\">", b"<guid isPermaLink=\"no\">"),
        ("/feeds/feed.json", b'"version"', b'"edition"'),
        ("/feeds/feed.json", b'"authors": [', b'"authors": [1, '),
    ],
)  # fmt: skip
def test_a_feed_that_is_broken_is_found_out(demo, client, address, before, after):
    content = client.get(address).content

    assert judged(address)(content) == []
    assert before in content
    assert judged(address)(content.replace(before, after, 1))


@pytest.mark.parametrize(
    ("address", "schema", "before", "after"),
    [
        ("/sitemap.xml", "siteindex.xsd", b"<loc>http", b"<loc>"),
        ("/sitemaps/news.xml", "urlset.xsd", b"<news:title>", b"<news:title>x</news:title><news:title>"),
        ("/sitemaps/news.xml", "urlset.xsd", b"<news:language>", b"<news:language>English "),
        ("/sitemaps/news.xml", "urlset.xsd", b"<loc>", b"<changefreq>often</changefreq><loc>"),
    ],
)
def test_a_sitemap_that_is_broken_is_found_out(demo, client, address, schema, before, after):
    content = client.get(address).content

    assert xsd(schema)(content) == []
    assert before in content
    assert xsd(schema)(content.replace(before, after, 1))
