"""The five questions, as Masthead's front ends, a stock front end and a hand that writes SQL would ask them."""

import json
from dataclasses import dataclass
from typing import Any

CARD = """fragment card on Article {
  id title path standfirst displayDate byline
  hero { alt image { rendition(crop: CARD) { url width height } } }
}"""
STOCK_CARD = """fragment card on ArticlePage {
  id title url standfirst date authors { name }
  hero { title rendition(fill: "640x427", format: "webp") { url width height } }
}"""


@dataclass(frozen=True, slots=True)
class Place:
    """What the questions are about: an article's path and slug, a section's, a cursor, two words, dates by hand."""

    article_path: str
    article_slug: str
    section_path: str
    section_slug: str
    section_id: int
    after: str
    before: str
    words: str


QUESTIONS = ("front page", "latest 20", "article", "section page 5", "search")

MASTHEAD = {
    "front page": """query FrontPage {
  flash { banners { label severity items { kicker text url } } }
  sections { id title path articles(first: 4) { nodes { ...card } } }
}
"""
    + CARD,
    "latest 20": """query Latest {
  articles(first: 20) { nodes {
    id title path standfirst displayDate
    bylines { role contributor { name slug } }
    tags { name slug }
    hero { alt caption credit image { rendition(crop: CARD) { url width height } } }
    section { title path }
  } }
}""",
    "article": """query OneArticle($path: String!) {
  article(path: $path) {
    id title path standfirst displayDate byline
    tags { name slug }
    section { title path }
    hero { alt caption credit image { rendition(crop: HERO) { url width height } } }
    body { id ... on ParagraphBlock { html } }
    related(first: 4) { ...card }
  }
}
"""
    + CARD,
    "section page 5": """query SectionPage($path: String!, $after: String) {
  section(path: $path) {
    title
    articles(first: 20, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...card } }
  }
}
"""
    + CARD,
    "search": """query Search($words: String!) {
  search(query: $words, first: 20) {
    totalCount nodes { titleHtml article { id title path standfirst displayDate } }
  }
}""",
}

STOCK = {
    "front page": """query FrontPage {
  flashBanners { label text }
  pages(contentType: "stock.SectionPage", limit: 12, order: "title") { ... on SectionPage {
    id title url children(limit: 4, order: "-first_published_at") { ...card }
  } }
}
"""
    + STOCK_CARD,
    "latest 20": """query Latest {
  pages(contentType: "stock.ArticlePage", limit: 20, order: "-first_published_at") { ... on ArticlePage {
    id title url standfirst date
    authors { name slug }
    tags { name }
    hero { title rendition(fill: "640x427", format: "webp") { url width height } }
    parent { title url }
  } }
}""",
    "article": """query OneArticle($slug: String!) {
  page(slug: $slug, contentType: "stock.ArticlePage") { ... on ArticlePage {
    id title url standfirst date authors { name }
    tags { name }
    parent { title url }
    hero { title rendition(fill: "640x427", format: "webp") { url width height } }
    body { id ... on RichTextBlock { html: value } }
    siblings(limit: 4, order: "-first_published_at") { ...card }
  } }
}
"""
    + STOCK_CARD,
    "section page 5": """query SectionPage($slug: String!) {
  page(slug: $slug, contentType: "stock.SectionPage") { ... on SectionPage {
    title articleCount
    children(limit: 20, offset: 80, order: "-first_published_at") { ...card }
  } }
}
"""
    + STOCK_CARD,
    "search": """query Search($words: String!) {
  articles(searchQuery: $words, perPage: 20) {
    pagination { total } items { id title url standfirst date }
  }
}""",
}


def masthead_body(question: str, place: Place) -> bytes:
    """Return the body of a POST to Masthead."""
    variables: dict[str, Any] = {
        "article": {"path": place.article_path},
        "section page 5": {"path": place.section_path, "after": place.after},
        "search": {"words": place.words},
    }.get(question, {})
    return json.dumps({"query": MASTHEAD[question], "variables": variables}).encode()


def stock_body(question: str, place: Place) -> bytes:
    """Return the body of a POST to the stock set-up."""
    variables: dict[str, Any] = {
        "article": {"slug": place.article_slug},
        "section page 5": {"slug": place.section_slug},
        "search": {"words": place.words},
    }.get(question, {})
    return json.dumps({"query": STOCK[question], "variables": variables}).encode()
