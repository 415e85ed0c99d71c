"""The part of the API that `search` adds."""

from search.schema import costs
from search.schema.roots import SearchQuery

__all__ = ["SearchQuery", "costs"]
