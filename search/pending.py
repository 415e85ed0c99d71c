"""Articles whose index is due, and the moments at which it is brought up to date.

An article is saved in many steps: the page, its bylines, its tags. So what is saved is only noted, and indexed once:
when Wagtail says that it was published, when a search is asked in the same transaction, at the latest right after
the transaction commits.
"""

import weakref
from collections.abc import Iterable

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from search.indexing import index

ARTICLES_AT_ONCE = 100

# By connection, which is to say by thread.
_noted: "weakref.WeakKeyDictionary[BaseDatabaseWrapper, set[int]]" = weakref.WeakKeyDictionary()


def note(article_ids: Iterable[int]) -> None:
    """Index these articles before anybody searches for them."""
    _noted.setdefault(connections[DEFAULT_DB_ALIAS], set()).update(article_ids)
    transaction.on_commit(flush)


def flush() -> None:
    """Index what was noted in this thread."""
    noted = _noted.get(connections[DEFAULT_DB_ALIAS])
    while noted:
        due = sorted(noted)[:ARTICLES_AT_ONCE]
        noted.difference_update(due)
        index(due)
