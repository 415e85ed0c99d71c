"""Where the CMS itself shows what stands at a path on the front end: its feeds, and the sitemap that lists it."""

from django.conf import settings

from news.feeds.formats import FORMATS


def addresses_at(path: str) -> list[str]:
    """Return these addresses."""
    root = settings.MEDIA_BASE_URL
    return [*(f"{root}/feeds{path}{name}" for name in FORMATS), f"{root}/sitemap.xml"]
