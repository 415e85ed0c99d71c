"""The newspaper's things: pages, the records they point at, and where articles appear."""

from news.models.article import Article
from news.models.article_parts import ArticleTag, Byline, Correction, RelatedArticle, SourceCredit
from news.models.contributor import Contributor
from news.models.filing import Filing
from news.models.flash import FlashBanner, FlashDesk
from news.models.front_page import FrontPage, LeadStory
from news.models.imported_item import ImportedItem
from news.models.news_settings import NewsSettings
from news.models.section import Section
from news.models.source import Source
from news.models.tag import Tag

__all__ = [
    "Article",
    "ArticleTag",
    "Byline",
    "Contributor",
    "Correction",
    "Filing",
    "FlashBanner",
    "FlashDesk",
    "FrontPage",
    "ImportedItem",
    "LeadStory",
    "NewsSettings",
    "RelatedArticle",
    "Section",
    "Source",
    "SourceCredit",
    "Tag",
]
