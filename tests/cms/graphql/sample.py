"""A small schema behind a real endpoint: what the tests of the endpoint ask, with the whole middleware stack.

It serves as a URL configuration: `pytestmark = pytest.mark.urls("tests.cms.graphql.sample")`.
"""

from types import SimpleNamespace

from django.db import connection
from django.urls import include, path, re_path
from graphql import build_schema, execute

from cms.graphql.endpoint import Endpoint
from cms.graphql.errors import UserError

SECRET = "SELECT password FROM auth_user at /srv/masthead/settings/production.py on db.internal"
SCHEMA = build_schema(
    """
    type Query {
      hello(name: String = "reader"): String
      number(of: Int!): Int
      kind(in: [Kind!]): String
      story(id: ID): Story
      stories(first: Int = 20, after: String, sections: [String!]): StoryConnection!
      sections: [Section!]!
      database: Int
      broken: String
      brokenEntirely: String!
      notFound: String
      private: String
    }
    enum Kind { NEWS OPINION }
    interface Block { id: ID! }
    type Text implements Block { id: ID! text: String! }
    type Gallery implements Block { id: ID! figures: [Figure!]! }
    type Figure { caption: String image: Image }
    type Image { url: String }
    type Story {
      id: ID! title: String section: Section body: [Block!]! related(first: Int = 4): [Story!]! story: Story
    }
    type Section { id: ID! title: String stories(first: Int = 20): StoryConnection! parent: Section }
    type StoryConnection { nodes: [Story!]! edges: [StoryEdge!]! pageInfo: PageInfo! totalCount: Int! }
    type StoryEdge { cursor: String! node: Story! }
    type PageInfo { hasNextPage: Boolean! }
    """
)


def broken(_info):
    raise RuntimeError(SECRET)


def not_found(_info):
    raise UserError("There is no such thing; ask for another.", code="NOT_THERE")


def private(info):
    info.context.response_headers["Cache-Control"] = "private, no-store"
    return "yours alone"


def database(_info):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone()[0]


def empty_page(_info, **_arguments):
    return {"nodes": [], "edges": [], "pageInfo": {"hasNextPage": False}, "totalCount": 0}


ROOT = {
    "hello": lambda _info, name=None: f"Hello {name}",
    "number": lambda _info, of: of,
    "kind": lambda _info, **kinds: ",".join(kinds["in"]),
    "story": lambda _info, id="1": {"id": id, "title": "Budget passed", "body": [], "related": []},
    "stories": empty_page,
    "sections": lambda _info: [],
    "database": database,
    "broken": broken,
    "brokenEntirely": broken,
    "notFound": not_found,
    "private": private,
}


class CoreOperation:
    """Runs an operation with graphql-core, so that these tests stand on no other part of ours."""

    def __init__(self, schema, document, operation_name):
        self.schema, self.document, self.operation_name = schema, document, operation_name

    def run(self, variables, context):
        return execute(
            self.schema,
            self.document,
            root_value=ROOT,
            context_value=context,
            variable_values=variables,
            operation_name=self.operation_name,
        )


def make_endpoint():
    """Return an endpoint that has seen no document yet."""
    return Endpoint(
        schema=lambda: SCHEMA,
        planner=CoreOperation,
        context=lambda request, now: SimpleNamespace(response_headers={}),
    )


urlpatterns = [re_path(r"^graphql/?$", make_endpoint(), name="graphql"), path("", include("settings.urls"))]
