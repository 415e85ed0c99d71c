"""Persisted documents: Apollo's automatic protocol, and the list that shuts everything else out."""

import json

import pytest
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured

from cms.graphql.persisted import read_list
from tests.cms.graphql import sample
from tests.cms.graphql.asking import GRAPHQL, PLAIN, codes, get, post, post_body, sha256

pytestmark = pytest.mark.urls("tests.cms.graphql.sample")

QUERY = "query Greet($name: String) { hello(name: $name) }"
ANSWER = {"data": {"hello": "Hello Noor"}}


@pytest.fixture(autouse=True)
def another_process():
    """Return a function that starts over with an endpoint that remembers no document."""

    def forget():
        sample.urlpatterns[0].callback.__dict__.pop("documents", None)

    cache.clear()
    forget()
    return forget


def by_hash(query, **changes):
    return {"persistedQuery": {"version": 1, "sha256Hash": sha256(query), **changes}}


@pytest.mark.parametrize("method", [get, post_body])
@pytest.mark.parametrize(("accept", "status"), [(PLAIN, 200), (GRAPHQL, 400)])
def test_an_unknown_hash_is_answered_with_the_words_that_clients_look_for(client, method, accept, status):
    parameters = {"extensions": by_hash("{ unknown }")}

    response = (
        get(client, accept=accept, **parameters)
        if method is get
        else post_body(client, parameters, accept=accept)
    )

    assert response.status_code == status
    assert response["Cache-Control"] == "no-store"
    assert response.json()["errors"] == [
        {"message": "PersistedQueryNotFound", "extensions": {"code": "PERSISTED_QUERY_NOT_FOUND"}}
    ]


def test_a_document_sent_once_with_its_hash_is_known_to_every_process(client, another_process):
    post(client, QUERY, variables={"name": "Noor"}, extensions=by_hash(QUERY))
    here = get(client, variables={"name": "Noor"}, extensions=by_hash(QUERY))
    another_process()
    elsewhere = get(client, variables={"name": "Noor"}, extensions=by_hash(QUERY))

    assert here.json() == elsewhere.json() == ANSWER


def test_a_document_sent_without_its_hash_is_not_kept_for_others(client, another_process):
    post(client, QUERY, variables={"name": "Noor"})
    another_process()

    assert codes(get(client, extensions=by_hash(QUERY))) == ["PERSISTED_QUERY_NOT_FOUND"]


def test_a_wrong_document_is_not_kept(client, another_process):
    refused = post(client, "{ nonsense }", extensions=by_hash("{ nonsense }"))
    another_process()

    assert codes(refused) == ["GRAPHQL_VALIDATION_FAILED"]
    assert codes(get(client, extensions=by_hash("{ nonsense }"))) == ["PERSISTED_QUERY_NOT_FOUND"]


def test_a_hash_of_something_else_is_refused(client):
    response = post(client, QUERY, accept=PLAIN, extensions=by_hash("{ hello }"))

    assert response.status_code == 400
    assert codes(response) == ["PERSISTED_QUERY_MISMATCH"]


def test_a_hash_in_capitals_is_the_same_hash(client):
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": sha256(QUERY).upper()}}

    assert post(client, QUERY, variables={"name": "Noor"}, extensions=extensions).json() == ANSWER


@pytest.mark.parametrize(
    "persisted",
    [
        "x",
        {},
        {"version": 2, "sha256Hash": "a" * 64},
        {"version": 1},
        {"version": 1, "sha256Hash": 5},
        {"version": 1, "sha256Hash": "a" * 63},
        {"version": 1, "sha256Hash": "graphql-document:*"},
    ],
)
def test_another_form_of_the_protocol_is_explained(client, persisted):
    response = get(client, extensions={"persistedQuery": persisted})

    assert response.status_code == 400
    assert codes(response) == ["BAD_REQUEST"]
    assert "sha256Hash" in response.json()["errors"][0]["message"]


def test_only_listed_documents_are_answered_where_there_is_a_list(client, settings, tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "greet.graphql").write_text(f"{QUERY}\n")
    settings.GRAPHQL_PERSISTED_ONLY = str(tmp_path)
    variables = {"name": "Noor"}

    by_text = post(client, QUERY, variables=variables)
    with_its_last_line_end = post(client, f"{QUERY}\n", variables=variables)
    by_its_hash = get(client, variables=variables, extensions=by_hash(QUERY))
    unlisted = post(client, "{ hello }", accept=PLAIN)
    registered = post(client, "{ hello }", extensions=by_hash("{ hello }"))

    assert by_text.json() == with_its_last_line_end.json() == by_its_hash.json() == ANSWER
    for refused in (unlisted, registered):
        assert refused.status_code == 403
        assert codes(refused) == ["PERSISTED_QUERY_NOT_IN_LIST"]


def test_a_list_may_be_a_file_of_hashes_and_texts(client, settings, tmp_path):
    manifest = tmp_path / "documents.json"
    manifest.write_text(json.dumps({sha256(QUERY): QUERY}))
    settings.GRAPHQL_PERSISTED_ONLY = str(manifest)

    assert get(client, variables={"name": "Noor"}, extensions=by_hash(QUERY)).json() == ANSWER


@pytest.mark.parametrize(
    ("content", "told"),
    [("{}", "no documents"), ("[]", "no attribute"), ("{", "Expecting"), ('{"abc": "{ hello }"}', "abc")],
)
def test_a_list_that_cannot_be_used_says_why(tmp_path, content, told):
    manifest = tmp_path / "documents.json"
    manifest.write_text(content)

    with pytest.raises((ValueError, AttributeError), match=told):
        read_list(manifest)


def test_a_list_that_is_not_there_is_named(client, settings, caplog):
    settings.GRAPHQL_PERSISTED_ONLY = "/nowhere/documents"

    response = post(client, QUERY)

    assert response.status_code == 500
    assert str(ImproperlyConfigured.__name__) in caplog.text
    assert "/nowhere/documents" in caplog.text
    assert "/nowhere" not in response.content.decode()
