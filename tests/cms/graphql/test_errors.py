"""What an answer says of a failure, and what it never says."""

import logging

import pytest
from django.core.cache.backends.base import BaseCache
from django.db import connection
from graphql import GraphQLError

from cms.graphql import errors
from tests.cms.graphql.asking import PLAIN, codes, get, post, sha256
from tests.cms.graphql.sample import SECRET
from tests.house.sources import ROOT

pytestmark = pytest.mark.urls("tests.cms.graphql.sample")

BIG = "x" * 20_000


class BrokenCache(BaseCache):
    """A cache whose server is away."""

    def __init__(self, _location, params):
        super().__init__(params)

    def get(self, key, default=None, version=None):
        raise ConnectionError(SECRET)

    def set(self, key, value, timeout=None, version=None):
        raise ConnectionError(SECRET)


@pytest.fixture
def database_away():
    """Send the next connection to a database that is not there; call the fixture to bring it back."""
    kept = dict(connection.settings_dict)
    connection.close()
    away = {"NAME": "/nowhere/db.sqlite3"} if connection.vendor == "sqlite" else {"PORT": 1}
    connection.settings_dict.update(away)

    def bring_back():
        connection.settings_dict.update(kept)

    yield bring_back
    bring_back()


def test_an_expected_error_arrives_as_it_was_meant(client):
    response = post(client, "{ hello notFound }")

    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert response.json()["data"] == {"hello": "Hello reader", "notFound": None}
    assert response.json()["errors"] == [
        {
            "message": "There is no such thing; ask for another.",
            "locations": [{"line": 1, "column": 9}],
            "path": ["notFound"],
            "extensions": {"code": "NOT_THERE"},
        }
    ]


def test_an_unexpected_error_in_a_field_is_masked_and_leaves_the_rest(client, caplog):
    response = post(client, "{ hello broken }")
    request_id = response["X-Request-ID"]

    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert response.json() == {
        "data": {"hello": "Hello reader", "broken": None},
        "errors": [
            {
                "message": errors.INTERNAL_MESSAGE,
                "path": ["broken"],
                "extensions": {"code": "INTERNAL_ERROR", "requestId": request_id},
            }
        ],
    }
    (logged,) = [record for record in caplog.records if record.name == "cms.graphql.errors"]
    assert request_id in logged.getMessage()
    assert logged.exc_info[1].args == (SECRET,)
    assert logged.exc_info[2] is not None


@pytest.mark.parametrize("accept", [PLAIN, "application/graphql-response+json"])
def test_a_failure_that_leaves_nothing_is_a_server_error(client, accept):
    response = post(client, "{ brokenEntirely }", accept=accept)

    assert response.status_code == 500
    assert "data" not in response.json()
    assert codes(response) == ["INTERNAL_ERROR"]
    assert "password" not in response.content.decode()


def test_an_error_of_a_library_is_unexpected_even_if_it_is_a_graphql_error():
    masked = errors.format_execution_errors([GraphQLError(f"Int cannot represent: '{SECRET}'")], "request-1")

    assert masked == [errors.internal_error("request-1")]


def test_a_failure_before_execution_is_masked_too(client, monkeypatch, caplog):
    monkeypatch.setattr("cms.graphql.persisted.source_of", lambda *_: 1 / 0)

    response = post(client, "{ hello }")

    assert response.status_code == 500
    assert response.json() == {"errors": [errors.internal_error(response["X-Request-ID"])]}
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_away_is_said_so_and_found_again_without_a_restart(client, database_away, caplog):
    away = post(client, "{ hello database }", accept=PLAIN)
    database_away()
    back = post(client, "{ hello database }", accept=PLAIN)

    assert away.status_code == 503
    assert away["Retry-After"] == "5"
    assert away["Cache-Control"] == "no-store"
    assert away.json() == {
        "errors": [
            {
                "message": errors.SENTENCE,
                "extensions": {"code": "SERVICE_UNAVAILABLE", "requestId": away["X-Request-ID"]},
            }
        ]
    }
    assert "OperationalError" in caplog.text
    assert back.json() == {"data": {"hello": "Hello reader", "database": 1}}


def test_a_cache_that_is_away_costs_a_persisted_document_and_nothing_else(client, settings, caplog):
    settings.CACHES = {"default": {"BACKEND": "tests.cms.graphql.test_errors.BrokenCache"}}
    query = "{ hello again: hello }"
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": "a" * 64}}

    unknown = get(client, extensions=extensions)
    extensions["persistedQuery"]["sha256Hash"] = sha256(query)
    known = get(client, query=query, extensions=extensions)

    assert codes(unknown) == ["PERSISTED_QUERY_NOT_FOUND"]
    assert known.json() == {"data": {"hello": "Hello reader", "again": "Hello reader"}}
    assert "could not be kept" in caplog.text


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ("query ($of: Int!) { number(of: $of) }", {"of": BIG}),
        ("query ($of: Int!) { number(of: $of) }", {"of": [BIG, BIG]}),
        ("query ($of: Int!) { number(of: $of) }", {"of": {BIG: BIG}}),
        ("query ($in: [Kind!]) { kind(in: $in) }", {"in": [BIG[:1000]] * 50}),
        (f'{{ number(of: "{BIG[:19_000]}") }}', {}),
        (f"{{ number(of: {BIG[:19_000]}) }}", {}),
        (f"{{ {BIG[:19_000]} }}", {}),
    ],
)
def test_a_wrong_value_is_explained_without_being_sent_back_whole(client, query, variables):
    response = post(client, query, variables=variables)

    assert response.status_code == 400
    assert 1 <= len(response.json()["errors"]) <= 5
    assert len(response.content) < 3_000


def test_a_wrong_variable_says_which_and_what_it_takes(client):
    response = post(client, "query ($of: Int!) { number(of: $of) }", variables={"of": "two"})

    (error,) = response.json()["errors"]
    assert error["message"] == (
        "Variable '$of' got invalid value 'two'; Int cannot represent non-integer value: 'two'"
    )
    assert error["extensions"] == {"code": "BAD_USER_INPUT"}


@pytest.mark.parametrize(("suggestions", "told"), [(True, True), (False, False)])
def test_names_are_suggested_only_where_the_setting_says_so(client, settings, suggestions, told):
    settings.GRAPHQL_SUGGESTIONS = suggestions

    field = post(client, "{ helo }").content.decode()
    enum = post(client, "query ($in: [Kind!]) { kind(in: $in) }", variables={"in": ["NEW"]}).content.decode()

    assert ("Did you mean" in field) is told
    assert ("Did you mean" in enum) is told


def test_every_code_is_documented():
    documented = (ROOT / "docs" / "security.md").read_text()

    known = {
        value
        for name, value in vars(errors).items()
        if name.isupper() and value == str(value) and name in value
    }
    assert known
    assert {code for code in known if f"`{code}`" not in documented} == set()


def test_the_log_keeps_quiet_about_what_clients_do_wrong(client, caplog):
    with caplog.at_level(logging.INFO, logger="cms"):
        post(client, "{ nonsense }")

    told = [record for record in caplog.records if record.name.startswith("cms")]
    assert [record.name for record in told] == ["cms.access"]
