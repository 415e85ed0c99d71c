"""The feed of a search: `/feeds/search/rss.xml?q=harbour`, the newest articles that it finds."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.urls import re_path
from django.views.decorators.http import require_safe

from cms.graphql.context import RequestContext
from news.feeds.asking import Feed, ask, feed_query, items_of
from news.feeds.views import feed_response

QUERY = feed_query("""query ($query: String!, $locale: String, $first: Int, $full: Boolean!) {
  search(query: $query, first: $first, orderBy: NEWEST, where: {locale: $locale}) {
    nodes { article { ...FeedArticle } }
  }
}""")
LONGEST_QUERY = 200


@require_safe
def search_feed(request: HttpRequest, name: str) -> HttpResponseBase:
    """Answer what a search finds, the newest first."""
    words = request.GET.get("q", "").replace("\x00", "")[:LONGEST_QUERY]
    wanted, address = request.GET.get("locale"), request.build_absolute_uri()
    return feed_response(request, name, lambda context: _found(words, wanted, address, context))


def _found(words: str, locale: str | None, address: str, context: RequestContext) -> Feed:
    codes = [each.language_code for each in context.locales.values()]
    wanted = locale if locale in codes else None
    answer = ask(QUERY, {"query": words, "locale": wanted}, context)
    return Feed(
        title=f"{context.settings.name}: {words}",
        description=context.settings.tagline,
        home=context.paths.url("/search/") + f"?{urlencode({'q': words})}",
        address=address,
        lang=wanted or codes[0],
        items=items_of([hit["article"] for hit in answer["search"]["nodes"]], context),
    )


urlpatterns = [
    re_path(r"^feeds/search/(?P<name>rss\.xml|atom\.xml|feed\.json)$", search_feed, name="search_feed")
]
