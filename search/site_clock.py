"""The newsroom's time zone: years are counted and dates in a query are read in it."""

from zoneinfo import ZoneInfo

from cms.graphql.context import RequestContext


def site_time_zone() -> ZoneInfo:
    """Return the time zone of the site settings."""
    return ZoneInfo(RequestContext().settings.time_zone)
