"""GraphiQL, the tool to try the API with: served from our own files, in development only."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse


def graphiql(request: HttpRequest) -> HttpResponse:
    """Show GraphiQL, opened with the query in `settings.GRAPHIQL_EXAMPLE`."""
    if not settings.GRAPHIQL:
        raise Http404
    page = {"endpoint": reverse("graphql"), "example": Path(settings.GRAPHIQL_EXAMPLE).read_text()}
    return render(request, "cms/graphiql.html", {"page": page})
