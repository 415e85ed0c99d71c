"""Masthead's addresses, and constant bytes of any size."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

BYTES: dict[int, bytes] = {}


def constant(request: HttpRequest, size: int) -> HttpResponse:
    """Return so many bytes that never change."""
    return HttpResponse(BYTES.setdefault(size, b"x" * size), content_type="application/json")


urlpatterns = [path("constant/<int:size>/", constant), path("", include("settings.urls"))]
