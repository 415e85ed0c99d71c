"""Where redirects lead: stored ones are Wagtail's, followed here to their end."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.db.models import F
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

LONGEST_CHAIN = 10


@dataclass(frozen=True, slots=True)
class Step:
    """One stored redirect: to a page by its key, or to an address."""

    page_id: int | None
    link: str
    is_permanent: bool


def stored_redirect(path: str, site: Site | None) -> Step | None:
    """Return the redirect that starts at a path, with its query if there is one for it, else without."""
    wanted = _normalised(path)
    if not wanted:
        return None
    starts = {wanted, wanted.partition("?")[0] or "/"}
    found = (
        Redirect.get_for_site(site)
        .filter(old_path__in=starts)
        .order_by(F("site_id").asc(nulls_last=True), "-old_path")
        .values_list("redirect_page_id", "redirect_link", "is_permanent")
        .first()
    )
    return Step(*found) if found else None


def path_on(front_end: str, link: str) -> str:
    """Return the path of a link that stays on the front end with this root; empty for any other link."""
    if link.startswith("/") and not link.startswith("//"):
        return unquote(link)
    try:
        target, root = urlsplit(link), urlsplit(front_end)
    except ValueError:
        return ""
    below = root.path.rstrip("/")
    if target.netloc.lower() != root.netloc.lower() or not target.path.startswith(below):
        return ""
    query = f"?{target.query}" if target.query else ""
    return unquote(target.path.removeprefix(below) or "/") + query


def comes_back(start: str, link: str, *, site: Site | None, front_end: str) -> bool:
    """Return whether a redirect from `start` to `link` would send readers round in a circle."""
    passed = {_normalised(start)}
    for _ in range(LONGEST_CHAIN):
        path = path_on(front_end, link)
        if not path:
            return False
        if _normalised(path) in passed:
            return True
        passed.add(_normalised(path))
        step = stored_redirect(path, site)
        if step is None or step.page_id:
            return False
        link = step.link
    return True


def _normalised(path: str) -> str:
    path = unquote(path)
    try:
        return "" if "\x00" in path else Redirect.normalise_path(path)
    except ValueError:  # what looks like a host's address in brackets and is none
        return ""
