"""The sitemap for Google News: articles of the last two days, at most 1,000."""

from datetime import timedelta
from xml.etree.ElementTree import Element

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from cms.documents import document
from cms.graphql.context import RequestContext
from cms.graphql.pages import PLACE, page_url
from cms.sitemaps import SITEMAP, XML, further_sitemaps
from cms.xml import add, xml
from news.models import Article

NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
NEW_FOR = timedelta(hours=48)
MOST = 1_000

further_sitemaps.append("sitemap_of_news")


@require_safe
def news(request: HttpRequest) -> HttpResponseBase:
    """Answer the newest articles."""
    return document(request, XML, _news)


def _news(context: RequestContext) -> bytes:
    since = context.now - NEW_FOR
    visible = context.visibility.pages(Article).filter(
        display_date__gt=since, display_date__lte=context.now, canonical_url=""
    )
    newest = visible.order_by("-display_date", "-pk")[:MOST]
    root = Element(f"{{{SITEMAP}}}urlset")
    for row in newest.values("title", "display_date", *PLACE):
        element = add(root, f"{{{SITEMAP}}}url")
        add(element, f"{{{SITEMAP}}}loc", page_url(row, context))
        story = add(element, f"{{{NEWS}}}news")
        publication = add(story, f"{{{NEWS}}}publication")
        add(publication, f"{{{NEWS}}}name", context.settings.name)
        add(publication, f"{{{NEWS}}}language", context.locales[row["locale_id"]].language_code)
        add(story, f"{{{NEWS}}}publication_date", row["display_date"].isoformat())
        add(story, f"{{{NEWS}}}title", row["title"])
    return xml(root, {"": SITEMAP, "news": NEWS})
