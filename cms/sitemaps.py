"""Sitemaps (https://www.sitemaps.org/protocol.html) with the front end's addresses, and the CMS's own robots.txt.

Pages are dealt into files by their keys, so that a file keeps its pages, none grows over the limit of 50,000
addresses, and none needs what stands before it to be counted.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from cms.documents import document
from cms.graphql.context import RequestContext
from cms.graphql.pages import PLACE, page_url, public_page_models
from cms.graphql.resolvers import Row
from cms.xml import add, xml

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
XML = "application/xml"
KEYS_A_FILE = 5_000
COLUMNS = ("id", "translation_key", "last_published_at", *PLACE)

further_sitemaps: list[str] = []
"""Names of addresses that answer further sitemaps, which other apps add."""


@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    """Answer the list of sitemaps."""
    return document(request, XML, lambda context: _index(request, context))


def _index(request: HttpRequest, context: RequestContext) -> bytes:
    policy = context.visibility
    root = Element(f"{{{SITEMAP}}}sitemapindex")
    changed: dict[int, Any] = {}
    for model in public_page_models():
        dated = policy.pages(model).filter(canonical_url="").order_by().values_list("pk", "last_published_at")
        for pk, moment in dated.iterator():
            number = pk // KEYS_A_FILE
            known = changed.setdefault(number, moment)
            changed[number] = max(known, moment) if known and moment else known or moment
    for number in sorted(changed):
        element = add(root, f"{{{SITEMAP}}}sitemap")
        address = reverse("sitemap_of_pages", args=[number])
        add(element, f"{{{SITEMAP}}}loc", request.build_absolute_uri(address))
        if changed[number]:
            add(element, f"{{{SITEMAP}}}lastmod", changed[number].isoformat())
    for name in further_sitemaps:
        element = add(root, f"{{{SITEMAP}}}sitemap")
        add(element, f"{{{SITEMAP}}}loc", request.build_absolute_uri(reverse(name)))
    return xml(root, {"": SITEMAP})


@require_safe
def pages(request: HttpRequest, number: int) -> HttpResponseBase:
    """Answer the pages of one file, each with its other languages."""
    return document(request, XML, lambda context: _pages(number, context))


def _pages(number: int, context: RequestContext) -> bytes | None:
    first = number * KEYS_A_FILE
    found = _visible(context, pk__gte=first, pk__lt=first + KEYS_A_FILE)
    if not found:
        return None
    languages: dict[Any, list[Row]] = defaultdict(list)
    for row in _visible(context, translation_key__in={row["translation_key"] for row in found}):
        languages[row["translation_key"]].append(row)
    root = Element(f"{{{SITEMAP}}}urlset")
    for row in found:
        element = add(root, f"{{{SITEMAP}}}url")
        add(element, f"{{{SITEMAP}}}loc", page_url(row, context))
        if row["last_published_at"]:
            add(element, f"{{{SITEMAP}}}lastmod", row["last_published_at"].isoformat())
        _alternates(element, languages[row["translation_key"]], context)
    return xml(root, {"": SITEMAP, "xhtml": XHTML})


def _visible(context: RequestContext, **where: Any) -> list[Row]:
    """Return the visible pages of every type, by key; those that say they belong elsewhere are left out."""
    rows = (
        row
        for model in public_page_models()
        for row in context.visibility.pages(model)
        .filter(canonical_url="", **where)
        .order_by()
        .values(*COLUMNS)
    )
    return sorted(rows, key=lambda row: row["id"])


def _alternates(element: Element, translations: Iterable[Row], context: RequestContext) -> None:
    each = list(translations)
    for row in each if len(each) > 1 else ():
        code = context.locales[row["locale_id"]].language_code
        attributes = {"rel": "alternate", "hreflang": code, "href": page_url(row, context)}
        add(element, f"{{{XHTML}}}link", attributes=attributes)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep search engines out of the CMS, except for what they take from it: pictures, feeds, sitemaps."""
    taken = ["/feeds/", "/sitemap.xml", "/sitemaps/"]
    media = [settings.MEDIA_URL] if settings.MEDIA_URL.startswith("/") else []
    allowed = "".join(f"Allow: {address}\n" for address in [*media, *taken])
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    text = f"User-agent: *\n{allowed}Disallow: /\n\nSitemap: {sitemap}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
