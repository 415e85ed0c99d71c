"""Tells a CDN what has changed: it follows the log of changes, and so hears of what any process or tool has written.

A backend of Wagtail's frontend cache that has `purge_keys` is given the keys that changed, which are those of
`SURROGATE_KEY_HEADER`; every other one the addresses at which pages that changed, and what they stand in, are shown.
"""

import logging
from collections.abc import Collection, Iterable, Iterator
from typing import Any
from urllib.request import Request, urlopen

from django.conf import settings
from wagtail import hooks
from wagtail.contrib.frontend_cache.backends.base import BaseBackend
from wagtail.contrib.frontend_cache.utils import get_backends
from wagtail.models import Page

from cms.answers.log import Place, read
from cms.answers.movements import keys_of
from cms.answers.watching import expanded, number_of
from cms.graphql.caching import OVERFLOW, separator, surrogate_key
from cms.graphql.context import RequestContext

logger = logging.getLogger(__name__)

ADDRESSES_HOOK = "register_addresses_at_path"
"""Functions that return the CMS's own addresses of what is shown at a path on the front end."""

EVERYTHING = frozenset({"tree", "publication", "collections", OVERFLOW})
"""What every answer is made of at least one of: for when it is not known what has changed."""

MOST_PAGES = 200
SECONDS = 5


class Purger:
    """Follows the log from where it was when it was first asked."""

    def __init__(self) -> None:
        self._place: Place | None = None
        self._epoch = ""

    def follow(self) -> None:
        """Purge what has changed since the last time; everything at first, and where the log begins later."""
        backends = get_backends().values()
        found = read(self._place) if backends else None
        if found is None:
            return
        lost = found.is_cut or found.epoch != self._epoch or self._place is None
        if lost or found.start > self._place.oldest_open:  # type: ignore[union-attr]
            keys = set(EVERYTHING)
        else:
            keys = set().union(*expanded(keys_of(found.entries)).values())
        for backend in backends if keys else ():
            self._purge(backend, keys)
        self._place, self._epoch = found.place, found.epoch

    @staticmethod
    def _purge(backend: Any, keys: set[str]) -> None:
        try:
            if hasattr(backend, "purge_keys"):
                backend.purge_keys(keys | {OVERFLOW})
            else:
                backend.purge_batch(sorted(addresses_of(keys)))
        except Exception:  # a CDN that is away costs freshness, not stories
            logger.exception("The CDN could not be told what has changed")


def addresses_of(keys: Collection[str]) -> set[str]:
    """Return where the pages of these keys are shown, with the pages above them, whose lists they enter or leave."""
    context = RequestContext()
    changed = Page.objects.filter(
        pk__in=[number_of(key) for key in keys if key.startswith("page:")][:MOST_PAGES]
    )
    above = (page.get_ancestors(inclusive=True).filter(depth__gt=1) for page in changed)
    places = {(page.url_path, page.locale_id) for pages in above for page in pages}
    paths = {context.paths.path(*place) for place in places}
    own = {address for path in paths for at in hooks.get_hooks(ADDRESSES_HOOK) for address in at(path)}
    return own | {context.paths.url(path) for path in paths}


class SurrogateKeyBackend(BaseBackend):
    """A cache that takes `PURGE` with a header of keys: Varnish with xkey, Fastly, or whoever speaks likewise.

    `LOCATION` is asked; `HEADER` names the header, `HEADERS` are sent beside it, such as a token.
    """

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._location = params["LOCATION"]
        self._header = params.get("HEADER") or settings.SURROGATE_KEY_HEADER
        self._headers = params.get("HEADERS", {})
        self._method = params.get("METHOD", "PURGE")

    def purge_keys(self, keys: Iterable[str]) -> None:
        """Let go of all that is made of any of these."""
        for batch in _batches(map(surrogate_key, sorted(keys))):
            headers = {**self._headers, self._header: separator().join(batch)}
            request = Request(self._location, headers=headers, method=self._method)  # noqa: S310 - the operator's
            with urlopen(request, timeout=SECONDS):  # noqa: S310 - the same
                pass


def _batches(keys: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    for key in keys:
        if batch and sum(map(len, batch)) + len(batch) + len(key) > settings.SURROGATE_KEY_BYTES:
            yield batch
            batch = []
        batch.append(key)
    if batch:
        yield batch
