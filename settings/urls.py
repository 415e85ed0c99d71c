"""Addresses of the CMS's own host: the admin, the API, feeds, sitemaps and, in development, the media files."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("cms.urls")),
    path("", include("search.feeds")),
    path("", include("news.urls")),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]
