"""Addresses of the API, of sitemaps, and of the tool to try the API with in development."""

from django.conf import settings
from django.urls import path

from cms import sitemaps
from cms.answers.serving import answers
from cms.answers.settling import of_one_state
from cms.files.views import serve_document, serve_file
from cms.graphiql import graphiql
from cms.graphql.context import RequestContext
from cms.graphql.endpoint import Endpoint
from cms.graphql.executor import PreparedOperation
from cms.graphql.schema import get_schema

endpoint = Endpoint(
    schema=get_schema,
    planner=PreparedOperation,
    context=RequestContext,
    answers=answers(),
    settle=of_one_state,
)

urlpatterns = [
    path(f"{settings.MEDIA_URL.strip('/')}/<path:name>", serve_file, name="file"),
    path("documents/<int:key>/<str:file_name>", serve_document),  # before Wagtail's own, which asks less
    path("graphql/", endpoint, name="graphql"),
    path("graphql", endpoint),  # answered as well: a redirect to the slash would turn a POST into a GET
    path("graphiql/", graphiql, name="graphiql"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/pages-<int:number>.xml", sitemaps.pages, name="sitemap_of_pages"),
]
