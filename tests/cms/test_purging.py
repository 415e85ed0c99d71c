"""A cache in front is told what has changed, over HTTP, whoever changed it."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest
from django.db import connection

from cms.purging import Purger
from tests.builders import make_article, make_front_page, make_section

QUESTION = "/graphql/?query=%7Barticles(first:9)%7Bnodes%7Btitle%7D%7D%7D"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cdn():
    """Run a server that notes what it is told to let go of."""
    told = []

    class Handler(BaseHTTPRequestHandler):
        def do_PURGE(self):
            told.append((self.headers["Host"], self.path, self.headers.get("xkey", "")))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield SimpleNamespace(told=told, address=f"http://127.0.0.1:{server.server_address[1]}")
    server.shutdown()
    server.server_close()


@pytest.fixture
def by_keys(settings, cdn):
    settings.SURROGATE_KEY_HEADER = "xkey"
    settings.WAGTAILFRONTENDCACHE = {
        "cdn": {"BACKEND": "cms.purging.SurrogateKeyBackend", "LOCATION": f"{cdn.address}/all-of-it"}
    }


def test_what_changed_is_purged_by_the_keys_that_its_answers_bear(client, cdn, by_keys):
    article = make_article(title="Before")
    bears = set(client.get(QUESTION)["xkey"].split())
    purger = Purger()
    purger.follow()
    purger.follow()
    everything = cdn.told.copy()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET title = 'After' WHERE id = %s", [article.pk])
    purger.follow()

    assert [path for _, path, _ in everything] == ["/all-of-it"], "once, when it begins"
    assert bears & set(everything[0][2].split())
    (purged,) = cdn.told[1:]
    assert f"page:{article.pk}" in purged[2].split()
    assert bears & set(purged[2].split())


def test_another_article_keeps_what_does_not_show_it(client, cdn, by_keys):
    one, other = make_article(), make_article()
    purger = Purger()
    purger.follow()
    other.title = "Anew"
    other.save()
    purger.follow()

    assert f"page:{one.pk}" not in cdn.told[-1][2].split()


def test_a_cache_without_keys_is_told_addresses(settings, cdn):
    settings.WAGTAILFRONTENDCACHE = {
        "cdn": {
            "BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend",
            "LOCATION": cdn.address,
        }
    }
    make_front_page()
    section = make_section(slug="politics")
    article = make_article(section=section, slug="budget")
    purger = Purger()
    purger.follow()
    article.title = "Budget passed"
    article.save()
    purger.follow()

    told = {(host, path) for host, path, _ in cdn.told}
    assert {
        ("127.0.0.1:3000", "/politics/budget/"),
        ("127.0.0.1:3000", "/politics/"),
        ("127.0.0.1:3000", "/"),
        ("127.0.0.1:8000", "/feeds/politics/rss.xml"),
        ("127.0.0.1:8000", "/feeds/feed.json"),
        ("127.0.0.1:8000", "/sitemap.xml"),
    } <= told


def test_a_cache_that_is_away_stops_nobody(settings):
    settings.SURROGATE_KEY_HEADER = "xkey"
    settings.WAGTAILFRONTENDCACHE = {
        "cdn": {"BACKEND": "cms.purging.SurrogateKeyBackend", "LOCATION": "http://127.0.0.1:9"}
    }

    Purger().follow()


def test_nothing_is_asked_where_no_cache_is_named(django_assert_num_queries):
    with django_assert_num_queries(0):
        Purger().follow()
