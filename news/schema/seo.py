"""What search engines are told of the newspaper's pages."""

import json
from collections.abc import Sequence
from typing import Any

from cms.graphql.pages import SEO_COLUMNS, page_url, seo_rows
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, resolves
from news.models import Byline
from news.schema.links import linked

SCHEMA = "https://schema.org"


@resolves("Article.seo", needs=[*SEO_COLUMNS, "standfirst", "hero_image_id", "display_date", "updated_at"])
def article_seo(articles: Sequence[Row], selection: Selection) -> list[Row]:
    """Return the articles' titles, descriptions and JSON-LD of the type NewsArticle."""
    wanted = selection.wants("json_ld")
    texts = [_ld(data) for data in _news_articles(articles, selection)] if wanted else [""] * len(articles)
    return seo_rows(articles, selection, description="standfirst", image="hero_image_id", json_ld=texts)


def _news_articles(articles: Sequence[Row], selection: Selection) -> list[dict[str, Any]]:
    bylines = linked(
        articles,
        Byline,
        selection,
        relation="bylines",
        target="contributor",
        columns=("name", "kind"),
    )
    publication = selection.context.settings
    publisher = {"@type": "NewsMediaOrganization", "name": publication.publisher or publication.name}
    return [
        {
            "@context": SCHEMA,
            "@type": "NewsArticle",
            "headline": article["title"],
            "description": article["standfirst"],
            "datePublished": article["display_date"].isoformat(),
            "dateModified": (article["updated_at"] or article["display_date"]).isoformat(),
            "inLanguage": selection.context.locales[article["locale_id"]].language_code,
            "mainEntityOfPage": page_url(article, selection.context),
            "author": [_author(link["contributor"]) for link in links],
            "publisher": publisher,
        }
        for article, links in zip(articles, bylines, strict=True)
    ]


def _author(contributor: Row) -> dict[str, str]:
    kind = "Organization" if contributor["kind"] == "organisation" else "Person"
    return {"@type": kind, "name": contributor["name"]}


@resolves("Section.seo", needs=[*SEO_COLUMNS, "introduction"])
def section_seo(sections: Sequence[Row], selection: Selection) -> list[Row]:
    """Return the sections' titles, descriptions and JSON-LD of the type CollectionPage."""
    return _collection_seo(sections, selection, description="introduction")


@resolves("FrontPage.seo", needs=SEO_COLUMNS)
def front_page_seo(front_pages: Sequence[Row], selection: Selection) -> list[Row]:
    """Return the front pages' titles, descriptions and JSON-LD of the type CollectionPage."""
    return _collection_seo(front_pages, selection, description="search_description")


def _collection_seo(pages: Sequence[Row], selection: Selection, *, description: str) -> list[Row]:
    texts = [
        _ld(
            {
                "@context": SCHEMA,
                "@type": "CollectionPage",
                "name": page["title"],
                "description": page[description],
                "url": page_url(page, selection.context),
                "inLanguage": selection.context.locales[page["locale_id"]].language_code,
            }
        )
        for page in pages
    ]
    return seo_rows(pages, selection, description=description, image="social_image_id", json_ld=texts)


def _ld(data: dict[str, Any]) -> str:
    """Return JSON that is safe inside a script element."""
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
