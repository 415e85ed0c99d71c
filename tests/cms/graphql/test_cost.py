"""What operations cost, worked out by hand beside each."""

import pytest
from graphql import FragmentDefinitionNode, OperationDefinitionNode, parse

from cms.graphql import cost
from cms.graphql.cost import CostPlan, FieldCost, Points
from cms.graphql.errors import LimitExceeded
from cms.graphql.limits import Limits
from tests.cms.graphql.sample import SCHEMA

COSTS = {
    "Query.story": FieldCost(once=100),
    "Query.stories": FieldCost(once=100),
    "Query.sections": FieldCost(once=100, size=10),
    "Story.title": FieldCost(once=0, each=2),
    "Story.section": FieldCost(once=100),
    "Story.body": FieldCost(once=100, size=30),
    "Story.related": FieldCost(once=200),
    "Section.stories": FieldCost(once=100),
    "StoryConnection.nodes": FieldCost(),
    "StoryConnection.edges": FieldCost(each=0),
    "StoryConnection.pageInfo": FieldCost(each=0),
    "StoryConnection.totalCount": FieldCost(once=100, each=0),
    "StoryEdge.node": FieldCost(),
    "Gallery.figures": FieldCost(once=100, size=5),
    "Figure.image": FieldCost(once=0),
}


@pytest.fixture(autouse=True)
def declared(monkeypatch):
    """Declare the costs above, and these alone."""
    monkeypatch.setattr(cost, "_declared", COSTS)


def points(document, **variables):
    """Return what a document costs beyond what every request does."""
    once, each = plan_of(document).points(variables, Limits())
    return Points(once - cost.REQUEST, each)


def plan_of(document):
    tree = parse(document)
    fragments = {
        node.name.value: node for node in tree.definitions if isinstance(node, FragmentDefinitionNode)
    }
    operation = next(node for node in tree.definitions if isinstance(node, OperationDefinitionNode))
    return CostPlan(SCHEMA, operation, fragments)


@pytest.mark.parametrize(
    ("document", "once", "each"),
    [
        ("{ hello }", 0, 0),
        ("{ __typename }", 0, 0),
        ("{ story { id } }", 100, 1),
        ("{ story { title } }", 100, 1 + 2),
        ("{ a: story { id } b: story { id } }", 200, 2),
        ("{ story { section { id } } }", 200, 2),
        # Twenty stories unless the document says how many, the connection itself being one object.
        ("{ stories { nodes { id } } }", 100, 1 + 20),
        ("{ stories(first: 3) { nodes { id } } }", 100, 1 + 3),
        ("{ stories(first: 3) { nodes { title } edges { node { title } } } }", 100, 1 + 3 * 3 + 3 * 3),
        ("{ stories(first: 100) { totalCount pageInfo { hasNextPage } } }", 200, 1),
        # Lists within lists: ten sections, in each a connection and five stories.
        ("{ sections { stories(first: 5) { nodes { id } } } }", 200, 10 * (1 + 1 + 5)),
        (
            "{ sections { stories(first: 5) { nodes { related(first: 2) { id } } } } }",
            400,
            10 * (2 + 5 * (1 + 2)),
        ),
        # A block is of one type: thirty blocks with the dearest selection, and every type's statements.
        (
            "{ story { body { id ... on Text { text } ... on Gallery { figures { image { url } } } } } }",
            300,
            1 + 30 * (1 + 5 * (1 + 1)),
        ),
        (
            "{ story { body { ... on Block { id ... on Gallery { figures { caption } } } } } }",
            300,
            1 + 30 * (1 + 5),
        ),
        # Whatever a directive leaves out is paid for, since a variable may put it in again.
        ("query ($no: Boolean!) { story @include(if: $no) { id } }", 100, 1),
    ],
)
def test_statements_are_paid_once_and_objects_each(document, once, each):
    assert points(document) == Points(once, each)


@pytest.mark.parametrize(
    ("variables", "length"), [({}, 20), ({"n": None}, 20), ({"n": 7}, 7), ({"n": 0}, 0), ({"n": -5}, 0)]
)
def test_a_page_is_as_long_as_its_variable_says(variables, length):
    document = "query ($n: Int) { stories(first: $n) { nodes { id } } }"

    assert points(document, **variables) == Points(100, 1 + length)


def test_a_plan_works_its_cost_out_anew_for_other_pages_and_other_limits():
    plan = plan_of("query ($n: Int) { stories(first: $n) { nodes { id } } }")

    assert [plan.points({"n": number}, Limits()).each for number in (3, 3, 5)] == [4, 4, 6]
    with pytest.raises(LimitExceeded):
        plan.points({"n": 5}, Limits(list_items=4))


def test_a_fragment_costs_what_its_fields_would():
    spread = "query ($n: Int) { sections { stories(first: $n) { ...Page } } }"
    page = (
        " fragment Page on StoryConnection { nodes { ...Story } } fragment Story on Story { related { id } }"
    )
    written_out = "query ($n: Int) { sections { stories(first: $n) { nodes { related { id } } } } }"

    assert points(spread + page, n=9) == points(written_out, n=9)


def test_a_page_too_long_for_a_list_is_refused_wherever_it_stands():
    with pytest.raises(LimitExceeded, match="Lists are too long, in items: 101 asked, 100 allowed"):
        points("{ sections { stories(first: 101) { totalCount } } }")


def test_a_fragment_bomb_is_counted_without_going_off():
    steps = " ".join(
        f"fragment F{n} on Story {{ a: related(first: 100) {{ ...F{n + 1} }} ...Again{n} }}"
        f"fragment Again{n} on Story {{ b: related(first: 100) {{ ...F{n + 1} }} }}"
        for n in range(10)
    )

    found = points(f"{{ story {{ ...F0 }} }} {steps} fragment F10 on Story {{ id }}")

    assert found.each > 200**10
    assert found.once == 100 + 200 * (2**11 - 2)


def test_a_field_that_nobody_declared_is_taken_for_dear(monkeypatch):
    monkeypatch.setattr(cost, "_declared", {})

    assert points("{ sections { id } }") == Points(100, 100)
    assert points("{ story { section { id } } }") == Points(200, 2)


def test_an_object_costs_what_its_interface_declares(monkeypatch):
    monkeypatch.setattr(cost, "_declared", {"Block.id": FieldCost(once=7, each=3)})

    assert points("{ story { body { ... on Text { id } } } }") == Points(100 + 100 + 7, 1 + 100 * (1 + 3))


def test_the_schema_is_dear_to_print():
    assert points("{ __schema { types { name } } }") == Points(3_000, 1)
    assert points('{ __type(name: "Story") { name } }') == Points(200, 1)
