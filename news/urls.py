"""Addresses of the newspaper beside the API: the ticker, feeds, the sitemap for news."""

from django.urls import path, re_path

from news.feeds import views as feeds
from news.live import views as live
from news.sitemaps import news

urlpatterns = [
    path("flash/", live.latest, name="flash"),
    path("flash/stream", live.stream, name="flash_stream"),
    path("sitemaps/news.xml", news, name="sitemap_of_news"),
    re_path(r"^feeds/(?P<path>(?:[^/]+/)*)(?P<name>rss\.xml|atom\.xml|feed\.json)$", feeds.feed, name="feed"),
]
