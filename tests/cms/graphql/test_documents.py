"""Documents are checked once and remembered, within bounds."""

import pytest

from cms.graphql import documents
from cms.graphql.documents import Documents, Terms, digest_of
from cms.graphql.limits import Limits
from tests.cms.graphql.sample import SCHEMA

TERMS = Terms(Limits(), introspection=True, suggestions=False)


class Planner:
    """Stands for the executor and counts what it is asked to plan."""

    def __init__(self):
        self.planned = 0

    def __call__(self, schema, tree, operation_name):
        self.planned += 1
        return self


@pytest.fixture
def planner():
    return Planner()


@pytest.fixture
def ask(planner):
    store = Documents(SCHEMA, planner)

    def ask(source, terms=TERMS):
        return store.get(source, digest_of(source), terms)

    return ask


def test_a_document_is_checked_and_planned_once(ask, planner):
    first, second = ask("{ hello }"), ask("{ hello }")

    assert first is second
    assert planner.planned == 1


def test_a_refused_document_is_remembered_with_its_errors(ask):
    first, second = ask("{ nonsense }"), ask("{ nonsense }")

    assert first is second
    assert first.errors[0]["extensions"] == {"code": "GRAPHQL_VALIDATION_FAILED"}


def test_every_query_of_a_document_is_planned_and_nothing_else(ask, planner):
    document = ask("query A { hello } query B { hello } mutation C { hello }")

    assert {name: bool(operation) for name, operation in document.operations.items()} == {
        "A": True,
        "B": True,
        "C": False,
    }
    assert planner.planned == 2


@pytest.mark.parametrize(
    "terms",
    [
        Terms(Limits(), introspection=False, suggestions=False),
        Terms(Limits(depth=2), introspection=True, suggestions=False),
    ],
)
def test_what_passed_on_some_terms_is_checked_anew_on_others(ask, terms):
    question = '{ __type(name: "Story") { name } story { section { id } } }'

    assert not ask(question).errors
    assert ask(question, terms).errors


def test_the_least_recently_asked_documents_give_way(ask, planner, monkeypatch):
    monkeypatch.setattr(documents, "REMEMBERED_TOKENS", 12)  # three tokens each: room for four
    for name in ("a", "b", "c", "d"):
        ask(f"{{ hello }}#{name}")
    ask("{ hello }#a")
    ask("{ hello }#e")
    planner.planned = 0

    ask("{ hello }#a")
    assert planner.planned == 0
    ask("{ hello }#b")
    assert planner.planned == 1
