"""Addresses of the CMS's own host: the admin, the API, feeds, sitemaps and files."""

from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("", include("cms.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("search.feeds")),
    path("", include("news.urls")),
]

handler500 = "cms.failures.server_error"
