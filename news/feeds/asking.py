"""What a feed holds, asked of the schema as a front end would ask it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from cms.graphql.context import RequestContext
from cms.graphql.own_query import OwnQuery
from news.addresses import CONTRIBUTOR_PATH
from news.feeds.content import BODY, content_html

LENGTH = 30
ARTICLE = """fragment FeedArticle on Article {
  id title url lang dir standfirst displayDate firstPublishedAt updatedAt
  bylines { role contributor { name slug } }
  tags { name }
  section { title }
  hero { alt caption credit image { rendition(crop: HERO, format: JPEG) { url width height } } }
  corrections { kind text publishedAt }
  body @include(if: $full) { __typename ...FeedBlock }
}"""

Answer = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a feed. `html` is empty in feeds of summaries."""

    guid: str
    title: str
    url: str
    lang: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    authors: Sequence[tuple[str, str]]
    categories: Sequence[str]
    picture: Answer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: what it is of, where that stands on the front end, where it is itself, and its articles."""

    title: str
    description: str
    home: str
    address: str
    lang: str
    items: Sequence[Item]

    @property
    def updated(self) -> datetime | None:
        """The latest change of any article in it."""
        return max((item.updated for item in self.items), default=None)


def feed_query(text: str) -> OwnQuery:
    """Return a query that asks for articles as ...FeedArticle."""
    return OwnQuery(f"{text}\n{ARTICLE}\n{BODY}")


def ask(query: OwnQuery, variables: Mapping[str, Any], context: RequestContext) -> dict[str, Any]:
    """Return what a feed's query gives, with the length and content of feeds."""
    return query.ask({"first": LENGTH, "full": settings.FEED_FULL_CONTENT, **variables}, context)


def items_of(articles: Sequence[Answer], context: RequestContext) -> list[Item]:
    """Return articles as the API answers them as items of a feed."""
    return [_item(article, context) for article in articles]


def _item(article: Answer, context: RequestContext) -> Item:
    notes = [datetime.fromisoformat(note["publishedAt"]) for note in article["corrections"]]
    published = datetime.fromisoformat(article["displayDate"])
    changed = datetime.fromisoformat(article["updatedAt"]) if article["updatedAt"] else published
    return Item(
        guid=_guid(article, context),
        title=article["title"],
        url=article["url"],
        lang=article["lang"],
        summary=article["standfirst"],
        html=content_html(article) if "body" in article else "",
        published=published,
        updated=max([published, changed, *notes]),
        authors=[
            (who["name"], context.paths.url(CONTRIBUTOR_PATH.format(who["slug"])))
            for who in (byline["contributor"] for byline in article["bylines"])
        ],
        categories=[article["section"]["title"], *(tag["name"] for tag in article["tags"])],
        picture=article["hero"],
    )


def _guid(article: Answer, context: RequestContext) -> str:
    """Return a tag URI (RFC 4151), which stays when headline, address and section change."""
    host = urlsplit(context.settings.front_end_root).hostname or "localhost"
    year = (article["firstPublishedAt"] or article["displayDate"])[:4]
    return f"tag:{host},{year}:article/{article['id']}"
