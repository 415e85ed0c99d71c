"""What changes while an answer is made: an answer is of one state of the newsroom, and none shows what is hidden."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from cms.urls import endpoint
from news.models import Article, Correction
from tests.builders import make_article, make_image, make_section

pytestmark = pytest.mark.django_db(transaction=True)
TITLES = "{ articles(first: 10) { nodes { title } } }"
SECRET = "Merger agreed"


@pytest.fixture(autouse=True)
def nothing_kept(front_page):
    """No answer of an earlier test, nor the sites that Wagtail remembers."""
    cache.clear()
    for question in list(endpoint.answers.memory._answers):
        endpoint.answers.memory.forget(question)


@contextmanager
def meanwhile(change, *tables, times=1):
    """Let somebody else commit a change just before a statement that speaks of all these tables, so many times."""
    left = times

    def before(execute, sql, params, many, context):
        nonlocal left
        if left and sql.startswith("SELECT") and all(f'"{table}"' in sql for table in tables):
            left -= 1
            with ThreadPoolExecutor(1) as elsewhere:
                elsewhere.submit(committed, change).result()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(before):
        yield
    assert left < times, "nobody asked"


def committed(change):
    """Make a change over a connection of its own."""
    try:
        with transaction.atomic():
            change()
    finally:
        connection.close()


def a_closed_section():
    """Make a section that nobody may see, with an article in it, and two places where it may stand."""
    places = [make_section(), make_section()]
    closed = make_section(parent=places[0])
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    make_article(section=closed, title=SECRET)
    make_article(title="Budget passed")

    def move():
        page = Page.objects.get(pk=closed.pk)
        there = next(place for place in places if place.pk != page.get_parent().pk)
        page.move(Page.objects.get(pk=there.pk), "last-child")

    return move


def by_post(client):
    return client.post("/graphql/", {"query": TITLES}, content_type="application/json")


def with_its_hash(client):
    digest = hashlib.sha256(TITLES.encode()).hexdigest()
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": digest}}
    return client.post(
        "/graphql/", {"query": TITLES, "extensions": extensions}, content_type="application/json"
    )


def as_feed(client):
    return client.get("/feeds/rss.xml")


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("ask", [by_post, with_its_hash, as_feed])
def test_a_closed_section_that_moves_shows_nothing_on_its_way(client, ask, times):
    move = a_closed_section()
    ask(client)
    make_article(title="Harbour reopens")

    with meanwhile(move, "news_article", times=times):
        answer = ask(client)

    assert answer.status_code == 200
    assert "Budget passed" in answer.content.decode()
    assert SECRET not in answer.content.decode()


def test_what_was_made_meanwhile_is_not_given_again(client):
    move = a_closed_section()

    with meanwhile(move, "news_article"):
        first = by_post(client).content
    make_article(title="Harbour reopens")

    assert by_post(client).content != first


def test_a_story_that_is_rewritten_under_embargo_shows_no_word_of_that(client):
    article = make_article(title="Budget passed")
    query = "{ articles(first: 10) { nodes { title corrections { text } } } }"

    def rewrite():
        Article.objects.filter(pk=article.pk).update(embargo_until=timezone.now() + timedelta(hours=1))
        Correction.objects.create(article=article, text=SECRET)

    with meanwhile(rewrite, "news_correction"):
        answer = client.post("/graphql/", json.dumps({"query": query}), content_type="application/json")

    before = {"title": "Budget passed", "corrections": []}
    assert answer.json() == {"data": {"articles": {"nodes": [before]}}}
    assert (
        SECRET
        not in client.post("/graphql/", {"query": query}, content_type="application/json").content.decode()
    )


def test_a_picture_in_a_closed_collection_that_moves_is_not_handed_out(client):
    root = Collection.get_first_root_node()
    place, closed = root.add_child(name="Archive"), root.add_child(name="Closed")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    image = make_image(collection=closed)
    make_article(hero_image=image, hero_alt="A boat")

    def move():
        Collection.objects.get(pk=closed.pk).move(Collection.objects.get(pk=place.pk), "sorted-child")

    with meanwhile(move, "cms_image", "wagtailcore_collection"):
        answer = client.get(image.file.url)

    assert answer.status_code == 404
