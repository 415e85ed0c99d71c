"""What the index keeps."""

from search.models.asked_query import AskedQuery
from search.models.index_run import IndexRun
from search.models.indexed_article import IndexedArticle
from search.models.name import Name, NameKind, NameWord
from search.models.posting import Posting
from search.models.promoted_result import PromotedResult
from search.models.spelling import Spelling

__all__ = [
    "AskedQuery",
    "IndexRun",
    "IndexedArticle",
    "Name",
    "NameKind",
    "NameWord",
    "Posting",
    "PromotedResult",
    "Spelling",
]
