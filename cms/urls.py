"""Addresses of the API, and of the tool to try it with in development."""

from django.urls import path

from cms.answers.cache import AnswerCache
from cms.graphiql import graphiql
from cms.graphql.context import RequestContext
from cms.graphql.endpoint import Endpoint
from cms.graphql.executor import PreparedOperation
from cms.graphql.schema import get_schema

endpoint = Endpoint(
    schema=get_schema, planner=PreparedOperation, context=RequestContext, answers=AnswerCache.by_settings()
)

urlpatterns = [
    path("graphql/", endpoint, name="graphql"),
    path("graphql", endpoint),  # answered as well: a redirect to the slash would turn a POST into a GET
    path("graphiql/", graphiql, name="graphiql"),
]
