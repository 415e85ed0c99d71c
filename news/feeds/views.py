"""`/feeds` + a path on the front end + a format: `/feeds/politics/rss.xml`."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from cms.documents import document
from cms.graphql.context import RequestContext
from news.feeds.asking import Feed
from news.feeds.formats import FORMATS
from news.feeds.scopes import feed_at


@require_safe
def feed(request: HttpRequest, path: str, name: str) -> HttpResponseBase:
    """Answer the feed of what stands at a path on the front end."""
    page, address = "/" + path.replace("\x00", ""), request.build_absolute_uri()
    return feed_response(request, name, lambda context: feed_at(page, address, context))


def feed_response(
    request: HttpRequest, name: str, ask: Callable[[RequestContext], Feed | None]
) -> HttpResponseBase:
    """Answer a feed in a format; 404 where there is none."""
    chosen = FORMATS[name]

    def write(context: RequestContext) -> bytes | None:
        found = ask(context)
        return chosen.write(found) if found else None

    return document(request, chosen.media_type, write)
