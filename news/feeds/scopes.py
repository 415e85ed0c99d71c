"""What a feed may be of: its path is that of the page on the front end whose feed it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cms.graphql.context import RequestContext
from cms.graphql.own_query import OwnQuery
from news.addresses import CONTRIBUTOR_PATH, TAG_PATH
from news.feeds.asking import Feed, ask, feed_query, items_of

PAPER = feed_query("""query ($locale: String, $first: Int, $full: Boolean!) {
  subject: frontPage(locale: $locale) { url lang seo { description } }
  articles(first: $first, where: {locale: $locale}) { nodes { ...FeedArticle } }
}""")
SECTION = feed_query("""query ($path: String, $first: Int, $full: Boolean!) {
  subject: section(path: $path) {
    title url lang description: introduction articles(first: $first) { nodes { ...FeedArticle } }
  }
}""")
TAG = feed_query("""query ($slug: String!, $first: Int, $full: Boolean!) {
  subject: tag(slug: $slug) {
    title: name description articles(first: $first) { nodes { ...FeedArticle } }
  }
}""")
CONTRIBUTOR = feed_query("""query ($slug: String!, $first: Int, $full: Boolean!) {
  subject: contributor(slug: $slug) {
    title: name description: biography articles(first: $first) { nodes { ...FeedArticle } }
  }
}""")
BY_SLUG = {
    re.compile(re.escape(pattern).replace(r"\{\}", "([^/]+)")): query
    for pattern, query in ((TAG_PATH, TAG), (CONTRIBUTOR_PATH, CONTRIBUTOR))
}

Answer = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scope:
    """A query and what it is asked with."""

    query: OwnQuery
    variables: Mapping[str, Any]


def scope_of(path: str, context: RequestContext) -> Scope:
    """Return what the feed at a path on the front end is of."""
    for code in (locale.language_code for locale in context.locales.values()):
        default = next(iter(context.locales.values())).language_code == code
        if path == ("/" if default else f"/{code}/"):
            return Scope(PAPER, {"locale": code})
    for pattern, query in BY_SLUG.items():
        if found := pattern.fullmatch(path):
            return Scope(query, {"slug": found[1]})
    return Scope(SECTION, {"path": path})


def feed_at(path: str, address: str, context: RequestContext) -> Feed | None:
    """Return the feed of what stands at a path on the front end; `None` where nothing has a feed."""
    scope = scope_of(path, context)
    answer = ask(scope.query, scope.variables, context)
    subject = answer["subject"]
    if subject is None:
        return None
    nodes = (answer.get("articles") or subject["articles"])["nodes"]
    publication = context.settings
    default = next(iter(context.locales.values())).language_code
    return Feed(
        title=f"{publication.name}: {subject['title']}" if "title" in subject else publication.name,
        description=_description(subject) or publication.tagline,
        home=subject.get("url") or context.paths.url(path),
        address=address,
        lang=subject.get("lang") or default,
        items=items_of(nodes, context),
    )


def _description(subject: Answer) -> str:
    return subject["description"] if "description" in subject else subject["seo"]["description"]
