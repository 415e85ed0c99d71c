"""What search engines and social networks are told of the newspaper's pages."""

from collections.abc import Sequence

from cms.graphql.pages import SEO_COLUMNS, seo_rows
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, resolves
from news.schema.json_ld import article_json_ld, collection_json_ld

ARTICLE_COLUMNS = ("path", "standfirst", "dateline", "hero_image_id", "display_date", "updated_at")


@resolves("Article.seo", needs=[*SEO_COLUMNS, *ARTICLE_COLUMNS])
def article_seo(articles: Sequence[Row], selection: Selection) -> list[Row]:
    """Return the articles' titles, descriptions and JSON-LD of the type NewsArticle."""
    wanted = selection.wants("json_ld")
    texts = article_json_ld(articles, selection) if wanted else [""] * len(articles)
    return seo_rows(articles, selection, description="standfirst", image="hero_image_id", json_ld=texts)


@resolves("Section.seo", needs=[*SEO_COLUMNS, "path", "introduction"])
def section_seo(sections: Sequence[Row], selection: Selection) -> list[Row]:
    """Return the sections' titles, descriptions and JSON-LD of the type CollectionPage."""
    return _collection_seo(sections, selection, description="introduction")


@resolves("FrontPage.seo", needs=[*SEO_COLUMNS, "path"])
def front_page_seo(front_pages: Sequence[Row], selection: Selection) -> list[Row]:
    """Return the front pages' titles, descriptions and JSON-LD of the type CollectionPage."""
    return _collection_seo(front_pages, selection, description="search_description")


def _collection_seo(pages: Sequence[Row], selection: Selection, *, description: str) -> list[Row]:
    wanted = selection.wants("json_ld")
    texts = collection_json_ld(pages, selection, description=description) if wanted else [""] * len(pages)
    return seo_rows(pages, selection, description=description, image="social_image_id", json_ld=texts)
