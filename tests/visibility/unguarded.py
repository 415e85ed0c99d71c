"""The API as it would be if somebody had forgotten to ask the policy; the test of the test walks over it."""

from django.urls import include, path
from graphql import extend_schema, parse

from cms.graphql.context import RequestContext
from cms.graphql.endpoint import Endpoint
from cms.graphql.executor import PreparedOperation
from cms.graphql.schema import get_schema


def schema_with_a_careless_field():
    """Return the schema with a field for what only the newsroom may read."""
    return extend_schema(get_schema(), parse("extend type Article { editorsNote: String! }"))


# Neither keeps answers, which would still be guarded ones.
unguarded = Endpoint(schema=get_schema, planner=PreparedOperation, context=RequestContext)
careless = Endpoint(schema=schema_with_a_careless_field, planner=PreparedOperation, context=RequestContext)

urlpatterns = [
    path("unguarded/", unguarded),
    path("careless/", careless),
    path("", include("settings.urls")),
]
