"""What all resolvers of one request share: one moment, one policy, one site."""

from datetime import datetime, timedelta, tzinfo
from functools import cached_property

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from cms.answers.recording import part, stands_until
from cms.models import SiteSettings
from cms.paths import SitePaths
from cms.visibility import Visibility


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
        self.visibility = Visibility(self._now)
        self.response_headers: dict[str, str] = {}

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
    def site(self) -> Site:
        """The site that is asked: the default one, its root page loaded with it."""
        with part("tree"):
            return Site.objects.select_related("root_page").get(is_default_site=True)

    @cached_property
    def settings(self) -> SiteSettings:
        """The publication's settings; unsaved defaults when nobody has written any."""
        site = self.site
        with part("publication"):
            found = SiteSettings.objects.filter(site=site).first()
        return found or SiteSettings(site=site)

    @cached_property
    def locales(self) -> dict[int, Locale]:
        """The site's languages by key, the default one first."""
        with part("tree"):
            found = sorted(
                Locale.objects.all(), key=lambda locale: (not locale.is_default, locale.language_code)
            )
        return {locale.pk: locale for locale in found}

    @cached_property
    def paths(self) -> SitePaths:
        """How pages' places in the tree become paths on the front end."""
        return SitePaths(self.site.root_page, self.locales, self.settings.front_end_root)
