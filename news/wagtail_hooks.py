"""What `news` adds to Wagtail: its root fields of the API."""

from wagtail import hooks

from cms.graphql.schema import ROOT_FIELDS_HOOK
from news.schema import NewsQuery


@hooks.register(ROOT_FIELDS_HOOK)
def add_root_fields(roots: list[type]) -> None:
    """Add the newspaper's root fields."""
    roots.append(NewsQuery)
