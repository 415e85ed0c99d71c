"""What `cms` adds to Wagtail: its root fields of the API."""

from wagtail import hooks

from cms.graphql import (  # noqa: F401 - importing them registers types and resolvers
    blocks,
    costs,
    images,
    pages,
    scalars,
)
from cms.graphql.schema import ROOT_FIELDS_HOOK
from cms.graphql.site import SiteQuery


@hooks.register(ROOT_FIELDS_HOOK)
def add_root_fields(roots: list[type]) -> None:
    """Add `site`."""
    roots.append(SiteQuery)
