"""Every limit, at its edge: what it allows is answered, one more is refused with both numbers."""

import dataclasses

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.graphql.limits import Limits, limits_in_force
from tests.cms.graphql.asking import codes, get, post, post_body
from tests.house.sources import ROOT

pytestmark = pytest.mark.urls("tests.cms.graphql.sample")


def story(levels):
    """Return a document of that many levels, the root field and the leaf included."""
    return "{ " + "story { " * (levels - 1) + "id" + " }" * levels


def root_fields(number):
    return "{ " + " ".join(f"f{position}: hello" for position in range(number)) + " }"


def behind_fragments(levels):
    """Return a document of that many levels, each in a fragment of its own."""
    fragments = [
        f"fragment F{level} on Story {{ story {{ ...F{level + 1} }} }}" for level in range(levels - 2)
    ]
    return f"{{ story {{ ...F0 }} }} {' '.join(fragments)} fragment F{levels - 2} on Story {{ id }}"


def introspection(levels):
    return '{ __type(name: "Story") { ' + "ofType { " * (levels - 2) + "name" + " }" * levels


def aliases(number):
    return "{ story { " + " ".join(f"a{position}: id" for position in range(number)) + " } }"


def list_of(number):
    return "{ kind(in: [" + "NEWS " * number + "]) }"


CASES = {
    "characters": (lambda number: "{ hello }".ljust(number), 20_000),
    "tokens": (lambda number: "{ hello(name: " + "[" * (number - 7) + ") }", 2_000),
    "definitions": (lambda number: " ".join(f"query Q{n} {{ hello }}" for n in range(number)), 50),
    "selections": (lambda number: "{ story { " + "id " * (number - 1) + "} }", 60),
    "aliases": (aliases, 30),
    "directives": (lambda number: "{ story { " + "id @include(if: true) " * number + "} }", 50),
    "variables": (
        lambda number: "query (" + " ".join(f"$v{n}: Int" for n in range(number)) + ") { hello }",
        50,
    ),
    "root_fields": (root_fields, 15),
    "depth": (story, 12),
    "introspection_depth": (introspection, 20),
    "list_items": (list_of, 100),
}


@pytest.mark.parametrize("limit", sorted(CASES))
def test_a_limit_allows_what_it_says_and_not_one_more(client, settings, limit):
    document, allowed = CASES[limit]
    settings.GRAPHQL_LIMITS = {"selections": 60} if limit == "selections" else {}

    at_the_limit = post(client, document(allowed), operationName="Q0" if limit == "definitions" else None)
    beyond = post(client, document(allowed + 1))

    assert "LIMIT_EXCEEDED" not in codes(at_the_limit)
    assert beyond.status_code == 400
    (error,) = beyond.json()["errors"]
    assert error["extensions"] == {
        "code": "LIMIT_EXCEEDED",
        "limit": limit,
        "asked": allowed + 1,
        "allowed": allowed,
    }
    assert f"{allowed + 1:,} asked, {allowed:,} allowed" in error["message"]


@pytest.mark.parametrize("limit", sorted(CASES))
def test_every_limit_is_a_setting(client, settings, limit):
    document, _ = CASES[limit]
    settings.GRAPHQL_LIMITS = {limit: 7}

    response = post(client, document(20))

    assert response.json()["errors"][0]["extensions"]["limit"] == limit
    assert response.json()["errors"][0]["extensions"]["allowed"] == 7


def test_fragments_do_not_hide_depth(client):
    assert "errors" not in post(client, behind_fragments(12)).json()
    assert post(client, behind_fragments(13)).json()["errors"][0]["extensions"]["asked"] == 13


def test_fragments_do_not_hide_root_fields(client):
    document = (
        "{ ...F ...G } fragment F on Query { a: hello ...G ... { b: hello } } fragment G on Query { %s }"
    )
    fields = " ".join(f"g{number}: hello" for number in range(7))

    response = post(client, document % fields)

    assert response.json()["errors"][0]["extensions"] == {
        "code": "LIMIT_EXCEEDED",
        "limit": "root_fields",
        "asked": 16,
        "allowed": 15,
    }


def test_a_body_is_refused_by_its_declared_size_and_by_its_true_one(client):
    body = b'{"query": "{ hello }"}'

    fits = post_body(client, body.ljust(65_536))
    too_large = post_body(client, body.ljust(65_537))
    claims_too_much = post_body(client, body, **{"Content-Length": "65537"})

    assert fits.status_code == 200
    for refused in (too_large, claims_too_much):
        assert refused.status_code == 413
        assert refused.json()["errors"][0]["extensions"]["limit"] == "body_bytes"


def test_an_address_is_refused_by_its_size(client):
    response = get(client, query="{ hello }", filling="x" * 65_536)

    assert response.status_code == 414
    assert codes(response) == ["LIMIT_EXCEEDED"]


@pytest.mark.parametrize("number", [0, 100, 101])
def test_a_list_in_the_variables_has_a_limit_at_any_depth(client, number):
    plain = post(client, "query ($in: [Kind!]) { kind(in: $in) }", variables={"in": ["NEWS"] * number})
    deep = post(client, "{ hello }", variables={"a": [{"b": ["NEWS"] * number}]})

    refused = number > 100
    for response in (plain, deep):
        assert ("LIMIT_EXCEEDED" in codes(response)) is refused


@pytest.mark.parametrize(
    ("document", "variables"),
    [
        ("{ stories(first: %d) { totalCount } }", {}),
        ("query ($n: Int) { stories(first: $n) { totalCount } }", {"n": 1}),
    ],
)
def test_a_page_has_a_limit_whether_it_stands_in_the_document_or_in_a_variable(client, document, variables):
    def ask(first):
        text = document % first if "%d" in document else document
        return post(client, text, variables=dict.fromkeys(variables, first))

    assert "errors" not in ask(100).json()
    assert ask(101).json()["errors"][0]["extensions"] == {
        "code": "LIMIT_EXCEEDED",
        "limit": "list_items",
        "asked": 101,
        "allowed": 100,
    }


def test_the_lists_of_a_document_share_a_limit(client):
    document = "{ a: kind(in: [%s]) b: kind(in: [%s]) }"

    at_the_limit = post(client, document % ("NEWS " * 40, "NEWS " * 60))
    beyond = post(client, document % ("NEWS " * 41, "NEWS " * 60))

    assert "errors" not in at_the_limit.json()
    assert beyond.json()["errors"][0]["extensions"]["asked"] == 101


def test_fields_repeated_too_often_are_refused_before_they_are_all_compared(client):
    response = post(client, "{ story { " + "section { id } " * 200 + "} }")

    (error,) = response.json()["errors"]
    assert error["extensions"] == {
        "code": "LIMIT_EXCEEDED",
        "limit": "comparisons",
        "asked": None,
        "allowed": 8_000,
    }


def test_no_more_than_five_errors_are_told(client):
    many = post(client, "{ " + "nonsense " * 15 + "}")
    variables = post(client, "query ($in: [Kind!]) { kind(in: $in) }", variables={"in": ["X"] * 50})

    assert len(many.json()["errors"]) == 5
    assert len(variables.json()["errors"]) == 5


@pytest.mark.parametrize(
    "overrides", [{"dept": 3}, {"depth": 0}, {"depth": "12"}, {"depth": True}, {"depth": -1}]
)
def test_a_limit_that_cannot_be_read_is_named(settings, overrides):
    settings.GRAPHQL_LIMITS = overrides

    with pytest.raises(ImproperlyConfigured, match="GRAPHQL_LIMITS.*(depth|dept)"):
        limits_in_force()


def test_an_override_leaves_the_other_limits_alone(settings):
    settings.GRAPHQL_LIMITS = {"depth": 3}

    assert limits_in_force() == Limits(depth=3)


def test_introspection_is_a_setting_that_leaves_typename_alone(client, settings):
    question = '{ __typename story { __typename } __type(name: "Story") { name } }'
    settings.GRAPHQL_INTROSPECTION = True
    allowed = post(client, question)
    settings.GRAPHQL_INTROSPECTION = False
    refused = post(client, question)
    harmless = post(client, "{ __typename story { __typename } }")

    assert allowed.json()["data"]["__type"] == {"name": "Story"}
    assert codes(refused) == ["INTROSPECTION_DISABLED"]
    assert harmless.json()["data"] == {"__typename": "Query", "story": {"__typename": "Story"}}


def test_every_limit_is_documented_with_its_default():
    written = (ROOT / "docs" / "security.md").read_text()

    for limit, default in dataclasses.asdict(Limits()).items():
        assert f"| `{limit}` | {default:,} |" in written
