"""What `search` adds to Wagtail: its root fields of the API."""

from wagtail import hooks

from cms.graphql.schema import ROOT_FIELDS_HOOK
from search.schema import SearchQuery


@hooks.register(ROOT_FIELDS_HOOK)
def add_root_fields(roots: list[type]) -> None:
    """Add the root fields of search."""
    roots.append(SearchQuery)
