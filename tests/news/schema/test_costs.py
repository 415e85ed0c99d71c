"""What fields are said to cost is what they cost: nothing asks more of the database than it declares."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from graphql import (
    FragmentDefinitionNode,
    OperationDefinitionNode,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_object_type,
    is_required_argument,
    parse,
)
from wagtail.models import Site

from cms.graphql.cost import PAGE_ARGUMENT, PAGE_LISTS, STATEMENT, CostPlan, declared_costs
from cms.graphql.limits import Limits
from cms.graphql.schema import get_schema
from tests.documents import DOCUMENTS
from tests.news.schema.test_statements import make_newsroom

HERE = "%here%"
ARGUMENTS = {
    "path": '"%s"',
    "slug": '"everywhere"',
    "crop": "CARD",
    "token": '"x"',
    "query": '"words"',
    "prefix": '"wo"',
}


def composite_fields():
    """Yield every field of the schema that yields objects: its type, its name, its definition."""
    for parent in get_schema().type_map.values():
        if is_object_type(parent) and not parent.name.startswith("__"):
            for name, field in parent.fields.items():
                if not is_leaf_type(get_named_type(field.type)):
                    yield parent, name, field


def declared(parent, name):
    costs = declared_costs()
    keys = [f"{owner.name}.{name}" for owner in (parent, *parent.interfaces)]
    return next((costs[key] for key in keys if key in costs), None)


def test_every_field_that_yields_objects_declares_its_cost():
    undeclared = [
        f"{parent.name}.{name}" for parent, name, _ in composite_fields() if not declared(parent, name)
    ]

    assert not undeclared, f"Say in costs.py what these cost: {undeclared}"


def test_every_cost_is_that_of_a_field():
    types = get_schema().type_map

    stale = [
        key
        for key in declared_costs()
        if key.split(".")[1] not in getattr(types.get(key.split(".")[0]), "fields", {})
    ]

    assert not stale


def test_every_list_has_a_size_or_a_page():
    sizeless = [
        f"{parent.name}.{name}"
        for parent, name, field in composite_fields()
        if is_list_type(get_nullable_type(field.type))
        and PAGE_ARGUMENT not in field.args
        and name not in PAGE_LISTS
        and declared(parent, name).size is None
    ]

    assert not sizeless


def arguments(field, path):
    given = [
        f"{name}: {ARGUMENTS[name].replace('%s', path)}"
        for name, argument in field.args.items()
        if is_required_argument(argument) or name == "path"
    ]
    return f"({' '.join(given)})" if given else ""


def leaves(object_type, path):
    """Return a selection of all that an object of a type holds itself."""
    fields = object_type.fields.items()
    names = [
        f"{name}{arguments(field, path)}"
        for name, field in fields
        if is_leaf_type(get_named_type(field.type))
    ]
    return " ".join(["__typename", *names])


def questions(path):
    """Yield a document for every field that yields objects: the shortest way there, all leaves below."""
    query = get_schema().query_type
    ways = {query.name: f"{{ {HERE} }}"}
    types = [query]
    for parent in types:  # grows on the way
        for name, field in parent.fields.items():
            below = get_named_type(field.type)
            if is_leaf_type(below):
                continue
            for concrete in get_schema().get_possible_types(below) if is_abstract_type(below) else [below]:
                step = f"{name}{arguments(field, path)} {{ ... on {concrete.name} {{ {HERE} }} }}"
                way = ways[parent.name].replace(HERE, step)
                if ways.setdefault(concrete.name, way) is way:
                    types.append(concrete)
                yield way.replace(HERE, leaves(concrete, path))


def paid(document):
    """Return the number of statements that a document pays for."""
    definitions = parse(document).definitions
    operation = next(node for node in definitions if isinstance(node, OperationDefinitionNode))
    fragments = {node.name.value: node for node in definitions if isinstance(node, FragmentDefinitionNode)}
    return CostPlan(get_schema(), operation, fragments).points({}, Limits()).once // STATEMENT


def taken(client, document, **variables):
    """Return the number of statements that a document takes in a process that remembers nothing."""
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    statements = []

    def note(execute, sql, *rest):
        statements.append(sql)
        return execute(sql, *rest)

    body = {"query": document, "variables": variables}
    with connection.execute_wrapper(note):
        response = client.post("/graphql/", body, content_type="application/json")
    assert response.status_code == 200
    assert "INTERNAL_ERROR" not in response.content.decode()
    return len(statements)


@pytest.mark.django_db
def test_no_way_through_the_schema_takes_more_statements_than_it_pays_for(client, settings):
    settings.GRAPHQL_LIMITS = {"cost": 10**9}
    path = make_newsroom(2)
    asked = list(questions(path))
    taken(client, '{ search(query: "words") { totalCount } }')  # the first one after a change indexes it

    unpaid = [
        f"{number} statements, {paid(document)} paid: {document}"
        for document in asked
        if (number := taken(client, document)) > paid(document)
    ]

    assert len(asked) > 80
    assert not unpaid, "\n".join(unpaid[:50])


@pytest.mark.django_db
@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_page_takes_more_statements_than_it_pays_for(client, name):
    path = make_newsroom(2)
    document = DOCUMENTS[name]
    variables = {"path": path} if "$path" in document else {}

    assert 0 < taken(client, document, **variables) <= paid(document)
