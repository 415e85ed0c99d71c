"""Grapple's endpoint and Wagtail's pages."""

from django.urls import include, path
from grapple import urls as grapple_urls
from wagtail import urls as wagtail_urls

urlpatterns = [path("api/", include(grapple_urls)), path("", include(wagtail_urls))]
