"""The project's addresses with Wagtail's own REST API, which a project may mount."""

from django.urls import path
from wagtail.api.v3.urls import api

from settings.urls import urlpatterns as own_urlpatterns

urlpatterns = [path("api/v3/", api.urls), *own_urlpatterns]
