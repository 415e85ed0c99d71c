"""What readers' caches are told of an answer that is kept."""

from datetime import timedelta
from urllib.parse import quote

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone

from cms.answers.memory import Answer
from cms.graphql.caching import OVERFLOW, surrogate_keys
from tests.builders import make_article

pytestmark = pytest.mark.django_db(transaction=True)
TITLES = "{ articles(first: 5) { nodes { title } } }"
GRAPHQL = "application/graphql-response+json"


@pytest.fixture(autouse=True)
def newsroom():
    """A newsroom whose sites Wagtail does not remember from an earlier test."""
    cache.clear()
    return make_article(title="Budget passed")


@pytest.fixture
def get(client):
    """Ask with a GET."""
    return lambda query=TITLES, **headers: client.get(f"/graphql/?query={quote(query)}", headers=headers)


def test_whoever_has_an_answer_is_told_so_without_a_body(get):
    tag = get()["ETag"]

    again = get(if_none_match=f'"other", W/{tag}')

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    assert "Content-Type" not in again.headers
    assert "Accept" in again["Vary"]
    assert get(if_none_match='"other"').status_code == 200


def test_an_edit_changes_the_tag_at_once(get, newsroom):
    tag = get()["ETag"]

    type(newsroom).objects.filter(pk=newsroom.pk).update(title="Budget failed")

    after = get(if_none_match=tag)
    assert after.status_code == 200
    assert b"Budget failed" in after.content


def test_each_media_type_has_a_tag_of_its_own(get):
    assert get()["ETag"] != get(accept=GRAPHQL)["ETag"]


def test_a_life_ends_when_the_clock_changes_the_answer(get, newsroom, settings):
    settings.API_MAX_AGE, settings.API_SHARED_MAX_AGE, settings.API_STALE_WHILE_REVALIDATE = 30, 120, 60
    with time_machine.travel(timezone.now(), tick=False):
        assert get()["Cache-Control"] == "public, max-age=30, s-maxage=120, stale-while-revalidate=60"
        type(newsroom).objects.filter(pk=newsroom.pk).update(
            expire_at=timezone.now() + timedelta(seconds=150)
        )
        assert get()["Cache-Control"] == "public, max-age=30, s-maxage=120, stale-while-revalidate=30"
        type(newsroom).objects.filter(pk=newsroom.pk).update(expire_at=timezone.now() + timedelta(seconds=20))
        assert get()["Cache-Control"] == "public, max-age=20"


def test_what_is_not_kept_is_kept_by_nobody(get):
    assert get("{ site { now } }")["Cache-Control"] == "no-store"
    assert get('{ articles(first: 1, after: "x") { nodes { id } } }')["Cache-Control"] == "no-store"
    assert "ETag" not in get("{ site { now } }")


def test_a_post_is_not_for_other_caches(client):
    response = client.post("/graphql/", {"query": TITLES}, content_type="application/json")

    assert "ETag" not in response.headers
    assert "Cache-Control" not in response.headers


def test_a_header_tells_a_cdn_what_an_answer_is_made_of(get, newsroom, settings):
    assert "Surrogate-Key" not in get().headers

    settings.SURROGATE_KEY_HEADER = "Surrogate-Key"
    assert f"page:{newsroom.pk}" in get()["Surrogate-Key"].split(" ")

    settings.SURROGATE_KEY_HEADER = "Cache-Tag"
    assert f"page:{newsroom.pk}" in get()["Cache-Tag"].split(",")


def test_keys_that_are_too_many_or_too_odd_for_a_header_are_replaced(settings):
    settings.SURROGATE_KEY_BYTES = 40
    answer = Answer(b"", "", frozenset({"path:/front/ترکی/", "page:1"}), 0, 0, 0)

    assert surrogate_keys(answer.keys).isascii()
    assert surrogate_keys([f"page:{number}" for number in range(50)]) == OVERFLOW
