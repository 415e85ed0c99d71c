"""Whatever fails, and wherever, an answer tells nothing of it but a code and a request id."""

import json

import pytest
from django.core.files.storage import FileSystemStorage
from django.db import DataError, OperationalError, connection
from django.test.utils import CaptureQueriesContext

from cms.graphql import resolvers
from cms.graphql.resolvers import Resolution
from cms.urls import endpoint
from tests.builders import make_article, make_banner, make_image

pytestmark = pytest.mark.django_db

SECRET = "host=db-7.internal user=masthead /srv/masthead/media SELECT password"
QUERY = """{ articles(first: 5) { totalCount nodes { title byline tags { name } related { title }
  hero { image { rendition(crop: CARD) { url } } } section { title parent { title } } body { __typename } } }
  flash { banners { label } } search(query: "words") { totalCount } site { name navigation { label } } }"""
MASKED = {"INTERNAL_ERROR", "SERVICE_UNAVAILABLE"}


@pytest.fixture
def newsroom():
    make_article(title="Words", hero_image=make_image(), hero_alt="A ship", tags=["Harbour"])
    make_banner()


def asked(client, query=QUERY):
    """Ask as if for the first time in this process."""
    endpoint.__dict__.pop("documents", None)
    return client.post("/graphql/", json.dumps({"query": query}), content_type="application/json")


def check(response):
    """Hold a failed answer to what may be told."""
    text = response.content.decode() + str(response.headers)
    for part in SECRET.split():
        assert part not in text
    assert "Traceback" not in text
    errors = response.json()["errors"]
    assert {error["extensions"]["code"] for error in errors} <= MASKED
    assert all(error["extensions"]["requestId"] == response["X-Request-ID"] for error in errors)
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("failure", [OperationalError, DataError])
def test_a_statement_that_fails_is_masked_whichever_it_is(client, newsroom, failure):
    with CaptureQueriesContext(connection) as captured:
        assert "errors" not in asked(client).json()
    assert len(captured) > 8

    failed = 0
    for number in range(len(captured)):
        left = [number]

        def break_one(execute, sql, params, many, context, left=left):
            if left[0] == 0:
                left[0] -= 1
                raise failure(SECRET)
            left[0] -= 1
            return execute(sql, params, many, context)

        with connection.execute_wrapper(break_one):
            response = asked(client)
        if "errors" in response.json():
            check(response)
            failed += 1
            if failure is OperationalError:
                assert response.status_code == 503
                assert response["Retry-After"]

    assert failed > 5
    assert "errors" not in asked(client).json()


def test_a_storage_that_is_away_is_masked(client, newsroom, monkeypatch):
    def away(*_, **__):
        raise OSError(SECRET)

    for operation in ("_open", "_save", "exists", "size"):
        monkeypatch.setattr(FileSystemStorage, operation, away)

    response = asked(client)

    text = response.content.decode()
    assert not any(part in text for part in SECRET.split())
    if "errors" in response.json():
        check(response)


def test_a_resolver_that_fails_is_masked_whichever_it_is(client, newsroom):
    def broken(*_, **__):
        raise ZeroDivisionError(SECRET)

    failed = set()
    for field, resolution in resolvers.registered_resolutions().items():
        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(resolvers._resolutions, field, Resolution(broken, resolution.needs))
            response = asked(client)
        if "errors" in response.json():
            check(response)
            failed.add(field)

    assert {"Query.articles", "Article.tags", "Article.hero", "Query.site", "Query.search"} <= failed
    endpoint.__dict__.pop("documents", None)
