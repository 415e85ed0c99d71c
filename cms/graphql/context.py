"""What all resolvers of one request share: one moment, one policy, one site."""

from collections.abc import Callable, Hashable
from datetime import datetime, timedelta, tzinfo
from functools import cached_property
from typing import TypeVar

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from cms.answers.recording import part, stands_until
from cms.memory import Memory
from cms.models import SiteSettings
from cms.paths import SitePaths, front_pages_of
from cms.visibility import Visibility

Known = TypeVar("Known")


class RequestContext:
    """The moment an answer is true at, the policy at that moment, and the site that is asked.

    `draft` is a page that `preview` shows without a token: to the admin, which asks without a request.
    """

    def __init__(
        self, request: HttpRequest | None = None, now: datetime | None = None, draft: Page | None = None
    ) -> None:
        self.request = request
        self.draft = draft
        self._now = now or timezone.now()
        self.response_headers: dict[str, str] = {}
        # Whether the answer shows what is not public yet: its files then have addresses that open them.
        self.is_preview = draft is not None

    @property
    def now(self) -> datetime:
        """The moment itself. An answer that depends on it is over at once, and is not kept."""
        stands_until(self._now)
        return self._now

    def today(self, zone: tzinfo) -> datetime:
        """Return the moment in a time zone, for its date alone: an answer that depends on it stands until midnight."""
        local = self._now.astimezone(zone)
        tomorrow = (local + timedelta(days=1)).date()
        stands_until(datetime.combine(tomorrow, datetime.min.time(), zone))
        return local

    @cached_property
    def memory(self) -> Memory:
        """What is known of the database as this request finds it."""
        return Memory.of_now()

    @cached_property
    def visibility(self) -> Visibility:
        """The policy at this moment."""
        return Visibility(self._now, self.memory)

    def kept(self, what: Hashable, key: str, read: Callable[[], Known]) -> Known:
        """Return what `read` answers, from memory while nobody has changed what it reads.

        `key` speaks for all that it reads; an answer notes it whether or not there was something left to read.
        """
        with part(key):
            return self.memory.kept(what, read)

    @property
    def site(self) -> Site:
        """The site that is asked: the default one, its root page loaded with it."""
        return self.kept(
            "site", "tree", lambda: Site.objects.select_related("root_page").get(is_default_site=True)
        )

    @property
    def settings(self) -> SiteSettings:
        """The publication's settings; unsaved defaults when nobody has written any."""
        site = self.site
        return self.kept("settings", "publication", lambda: _settings_of(site))

    @property
    def locales(self) -> dict[int, Locale]:
        """The site's languages by key, the default one first."""
        return self.kept("locales", "tree", _read_locales)

    @cached_property
    def paths(self) -> SitePaths:
        """How pages' places in the tree become paths on the front end."""
        root = self.site.root_page
        key = f"translations:{root.translation_key.hex}"
        return SitePaths(
            lambda: self.kept("front pages", key, lambda: front_pages_of(root)),
            self.locales,
            self.settings.front_end_root,
        )


def _settings_of(site: Site) -> SiteSettings:
    return SiteSettings.objects.filter(site=site).first() or SiteSettings(site=site)


def _read_locales() -> dict[int, Locale]:
    found = sorted(Locale.objects.all(), key=lambda locale: (not locale.is_default, locale.language_code))
    return {locale.pk: locale for locale in found}
