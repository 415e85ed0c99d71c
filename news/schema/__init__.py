"""The newspaper in the API: its types, its resolvers and the root fields it adds."""

from news.schema import articles, bodies, contributors, costs, flash, sections, seo, sources, tags
from news.schema.roots import NewsQuery

__all__ = [
    "NewsQuery",
    "articles",
    "bodies",
    "contributors",
    "costs",
    "flash",
    "sections",
    "seo",
    "sources",
    "tags",
]
