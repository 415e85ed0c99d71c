"""The three formats: https://www.rssboard.org/rss-specification, RFC 4287, https://www.jsonfeed.org/version/1.1/."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from xml.etree.ElementTree import Element

from cms.xml import add, xml
from news.feeds.asking import Feed, Item

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def rss(feed: Feed) -> bytes:
    """Return RSS 2.0."""
    root = Element("rss", {"version": "2.0"})
    channel = add(root, "channel")
    add(channel, "title", feed.title)
    add(channel, "link", feed.home)
    add(channel, "description", feed.description or feed.title)
    add(channel, "language", feed.lang)
    if feed.updated:
        add(channel, "lastBuildDate", format_datetime(feed.updated))
    links = {"rel": "self", "type": "application/rss+xml", "href": feed.address}
    add(channel, f"{{{ATOM}}}link", attributes=links)
    for item in feed.items:
        _rss_item(add(channel, "item"), item)
    return xml(root, {"atom": ATOM, "content": CONTENT, "dc": DUBLIN_CORE, "media": MEDIA})


def _rss_item(element: Element, item: Item) -> None:
    add(element, "title", item.title)
    add(element, "link", item.url)
    add(element, "guid", item.guid, {"isPermaLink": "false"})
    add(element, "pubDate", format_datetime(item.published))
    add(element, f"{{{ATOM}}}updated", item.updated.isoformat())
    add(element, "description", item.summary)
    if item.html:
        add(element, f"{{{CONTENT}}}encoded", item.html)
    for name, _ in item.authors:
        add(element, f"{{{DUBLIN_CORE}}}creator", name)
    for category in item.categories:
        add(element, "category", category)
    _media(element, item)


def _media(element: Element, item: Item) -> None:
    if item.picture is None:
        return
    made = item.picture["image"]["rendition"]
    attributes = {"url": made["url"], "medium": "image"}
    content = add(
        element,
        f"{{{MEDIA}}}content",
        attributes={**attributes, "width": str(made["width"]), "height": str(made["height"])},
    )
    for name, key in (("description", "alt"), ("credit", "credit")):
        if item.picture[key]:
            add(content, f"{{{MEDIA}}}{name}", item.picture[key])


def atom(feed: Feed) -> bytes:
    """Return Atom 1.0."""
    root = Element(f"{{{ATOM}}}feed", {XML_LANG: feed.lang})
    add(root, f"{{{ATOM}}}id", feed.address)
    add(root, f"{{{ATOM}}}title", feed.title)
    if feed.description:
        add(root, f"{{{ATOM}}}subtitle", feed.description)
    add(root, f"{{{ATOM}}}updated", (feed.updated or LONG_AGO).isoformat())
    add(
        root,
        f"{{{ATOM}}}link",
        attributes={"rel": "self", "type": "application/atom+xml", "href": feed.address},
    )
    add(root, f"{{{ATOM}}}link", attributes={"rel": "alternate", "type": "text/html", "href": feed.home})
    add(add(root, f"{{{ATOM}}}author"), f"{{{ATOM}}}name", feed.title)
    for item in feed.items:
        _atom_entry(add(root, f"{{{ATOM}}}entry", attributes={XML_LANG: item.lang}), item)
    return xml(root, {"": ATOM, "media": MEDIA})


def _atom_entry(entry: Element, item: Item) -> None:
    add(entry, f"{{{ATOM}}}id", item.guid)
    add(entry, f"{{{ATOM}}}title", item.title)
    add(entry, f"{{{ATOM}}}published", item.published.isoformat())
    add(entry, f"{{{ATOM}}}updated", item.updated.isoformat())
    add(entry, f"{{{ATOM}}}link", attributes={"rel": "alternate", "type": "text/html", "href": item.url})
    for name, address in item.authors:
        author = add(entry, f"{{{ATOM}}}author")
        add(author, f"{{{ATOM}}}name", name)
        add(author, f"{{{ATOM}}}uri", address)
    for category in item.categories:
        add(entry, f"{{{ATOM}}}category", attributes={"term": category})
    add(entry, f"{{{ATOM}}}summary", item.summary)
    if item.html:
        add(entry, f"{{{ATOM}}}content", item.html, {"type": "html"})
    _media(entry, item)


def json_feed(feed: Feed) -> bytes:
    """Return JSON Feed 1.1."""
    answer = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "description": feed.description,
        "language": feed.lang,
        "items": [_json_item(item) for item in feed.items],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1).encode()


def _json_item(item: Item) -> dict[str, Any]:
    content = {"content_html": item.html} if item.html else {"content_text": item.summary or item.title}
    picture = {"image": item.picture["image"]["rendition"]["url"]} if item.picture else {}
    return {
        "id": item.guid,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        **content,
        **picture,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "authors": [{"name": name, "url": address} for name, address in item.authors],
        "tags": list(item.categories),
        "language": item.lang,
    }


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how a feed is written in it, and as what it is sent."""

    write: Callable[[Feed], bytes]
    media_type: str


FORMATS = {
    "rss.xml": Format(rss, "application/rss+xml"),
    "atom.xml": Format(atom, "application/atom+xml"),
    "feed.json": Format(json_feed, "application/feed+json"),
}
"""The formats by the last part of a feed's address."""
