"""What `cms` adds to Wagtail: its root fields of the API."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from cms.admin import registration  # noqa: F401 - importing it registers the admin's additions
from cms.graphql import (  # noqa: F401 - importing them registers types and resolvers
    blocks,
    costs,
    images,
    pages,
    scalars,
)
from cms.graphql.preview import PreviewQuery
from cms.graphql.schema import ROOT_FIELDS_HOOK
from cms.graphql.site import SiteQuery
from cms.previews import REVOKED, SHARED
from cms.second_factor import registration as second_factor_registration  # noqa: F401 - adds its pages


@hooks.register(ROOT_FIELDS_HOOK)
def add_root_fields(roots: list[type]) -> None:
    """Add `site` and `preview`."""
    roots += [SiteQuery, PreviewQuery]


@hooks.register("register_log_actions")
def add_log_actions(actions: LogActionRegistry) -> None:
    """Put what was done with previews on a page's record."""
    actions.register_action(SHARED, "Share a preview", "Shared a preview")
    actions.register_action(REVOKED, "Revoke a preview", "Revoked a shared preview")
