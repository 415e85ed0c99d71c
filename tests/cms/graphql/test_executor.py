"""Our executor answers as graphql-core's own does, with fewer statements."""

import json

import pytest
from graphql import GraphQLObjectType, execute, get_introspection_query, is_abstract_type, parse

from cms.graphql import resolvers
from cms.graphql.context import RequestContext
from cms.graphql.executor import PreparedOperation
from cms.graphql.plan import DocumentPlan, FieldPlan, Selection
from cms.graphql.resolvers import Resolution, Typed
from cms.graphql.schema import get_schema
from tests.documents import DOCUMENTS
from tests.news.schema.test_statements import make_newsroom

pytestmark = pytest.mark.django_db


def one_by_one(parent, info, **arguments):
    """Answer a field for one parent, as graphql-core asks for it."""
    row = parent.row if isinstance(parent, Typed) else parent or {}
    document = DocumentPlan(info.schema, info.fragments)
    plan = FieldPlan(document, info.parent_type, info.path.key, [(node, ()) for node in info.field_nodes])
    if plan.resolver is None:
        return row[plan.source]
    return plan.resolver([row], Selection(plan, info.context, info.variable_values), **arguments)[0]


@pytest.fixture
def ordinary(monkeypatch):
    """The public schema, ready to be executed by graphql-core."""
    schema = get_schema()
    for named_type in schema.type_map.values():
        if named_type.name.startswith("__"):
            continue
        if is_abstract_type(named_type):
            monkeypatch.setattr(named_type, "resolve_type", lambda value, *_: value.type_name)
        if isinstance(named_type, GraphQLObjectType):
            monkeypatch.setattr(named_type, "is_type_of", None)
            for field in named_type.fields.values():
                monkeypatch.setattr(field, "resolve", one_by_one)
    return schema


def test_every_query_is_answered_as_by_the_ordinary_executor(ordinary):
    variables = {"path": make_newsroom(2)}
    context = RequestContext()

    for name, source in {**DOCUMENTS, "introspection": get_introspection_query()}.items():
        document = parse(source)
        given = variables if "$path" in source else {}
        expected = execute(ordinary, document, variable_values=given, context_value=context)
        found = PreparedOperation(ordinary, document, None).run(given, context)

        assert found.errors == expected.errors is None, name
        assert json.dumps(found.data) == json.dumps(expected.data), name  # in the order of the document, too


def run(source, **variables):
    return PreparedOperation(get_schema(), parse(source), None).run(variables, RequestContext())


def test_fields_of_fragments_are_merged_and_left_out_as_directives_say():
    result = run(
        """query ($no: Boolean!) {
            again: site { name }
            site {
                ...one
                name @skip(if: true)
                ... on Site @include(if: $no) { tagline }
                timeZone @include(if: $no)
            }
        }
        fragment one on Site { name __typename }""",
        no=False,
    )

    assert result.data["site"] == {"name": result.data["again"]["name"], "__typename": "Site"}


def test_a_failing_field_leaves_null_where_it_may_and_takes_its_parent_along_where_it_must(monkeypatch):
    def fail(sites, selection):
        raise ValueError("the database said something private")

    monkeypatch.setitem(resolvers._resolutions, "Site.logo", Resolution(fail, ()))
    monkeypatch.setitem(resolvers._resolutions, "Site.tagline", Resolution(fail, ()))

    nullable, required = run("{ site { name logo { id } } }"), run("{ site { name tagline } }")

    assert nullable.data["site"]["logo"] is None
    assert nullable.errors[0].path == ["site", "logo"]
    assert required.data is None
    assert required.errors[0].path == ["site", "tagline"]


def test_an_operation_is_chosen_by_name():
    document = parse("query A { site { name } } query B { site { tagline } }")

    result = PreparedOperation(get_schema(), document, "B").run({}, RequestContext())

    assert list(result.data["site"]) == ["tagline"]
