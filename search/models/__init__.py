"""What the index keeps."""

from search.models.index_run import IndexRun
from search.models.indexed_article import IndexedArticle
from search.models.name import Name, NameKind, NameWord
from search.models.posting import Posting
from search.models.spelling import Spelling

__all__ = ["IndexRun", "IndexedArticle", "Name", "NameKind", "NameWord", "Posting", "Spelling"]
