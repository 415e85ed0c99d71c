"""Depth and width of documents, fragments included."""

import pytest
from graphql import GraphQLError, get_introspection_query, parse

from cms.graphql.errors import LimitExceeded
from cms.graphql.limits import Limits
from cms.graphql.shape import check_shape

NARROW = Limits(depth=3, root_fields=3, introspection_depth=15)


def asked(document):
    """Return which limit a document exceeds, and by how much."""
    with pytest.raises(LimitExceeded) as caught:
        check_shape(parse(document), NARROW)
    return caught.value.extensions["limit"], caught.value.extensions["asked"]


@pytest.mark.parametrize(
    "document",
    [
        "{ a { b { c } } }",
        "{ a b c }",
        "{ ... { ... on Query { a { ... { b { c } } } } } }",
        "{ a { ...F } } fragment F on A { b { c } }",
        "{ ...F ...F } fragment F on A { b }",
        "query A { a { b { c } } } query B { a b c }",
        get_introspection_query(descriptions=True, specified_by_url=True, input_value_deprecation=True),
    ],
)
def test_what_fits_passes(document):
    check_shape(parse(document), NARROW)


@pytest.mark.parametrize(
    ("document", "exceeded"),
    [
        ("{ a { b { c { d } } } }", ("depth", 4)),
        ("{ a { ... { b { ... on C { c { d } } } } } }", ("depth", 4)),
        ("{ a { b { ...F } } } fragment F on A { c { d } }", ("depth", 4)),
        ("{ a { ...F } } fragment F on A { b ...G } fragment G on B { c { d { e { f } } } }", ("depth", 5)),
        ("{ a } fragment F on A { b } query B { a { b { c { d } } } }", ("depth", 4)),
        ("{ a b c d }", ("root_fields", 4)),
        ("{ ...F ...F } fragment F on A { b c }", ("root_fields", 4)),
        ("{ a ... { b ...F } } fragment F on A { ... on Query { c d } }", ("root_fields", 4)),
        ("{ __schema { a" + " { a" * 14 + " }" * 16, ("introspection_depth", 16)),
    ],
)
def test_what_does_not_fit_is_measured(document, exceeded):
    assert asked(document) == exceeded


def test_a_fragment_that_doubles_at_every_step_is_measured_in_no_time():
    doubling = " ".join(f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(45))

    assert asked(f"{{ ...F0 }} {doubling} fragment F45 on Query {{ a b }}") == ("root_fields", 2**46)


@pytest.mark.parametrize(
    "document",
    [
        "{ ...F } fragment F on Query { ...F }",
        "{ ...F } fragment F on Query { a ...G } fragment G on Query { ...F }",
        "{ ...Undefined }",
    ],
)
def test_cycles_and_holes_are_left_to_the_rules_of_the_specification(document):
    check_shape(parse(document), NARROW)


@pytest.mark.parametrize(
    "document",
    [
        "{ __schema { types { fields { type { fields { name } } } } } }",
        '{ __type(name: "Query") { fields { type { interfaces { possibleTypes { name } } } } } }',
        "{ __schema { types { ...T } } } fragment T on __Type { fields { type { ...U } } }"
        " fragment U on __Type { inputFields { name } }",
    ],
)
def test_introspection_does_not_go_from_type_to_type(document):
    with pytest.raises(GraphQLError, match="not of the types of those fields"):
        check_shape(parse(document), NARROW)


@pytest.mark.parametrize(
    "document",
    [
        "{ __schema { a: types { name } b: types { name } } }",
        "{ __schema { ...S } } fragment S on __Schema { a: types { name } }",
    ],
)
def test_introspection_does_not_multiply_itself_by_aliases(document):
    with pytest.raises(GraphQLError, match="no aliases"):
        check_shape(parse(document), NARROW)
