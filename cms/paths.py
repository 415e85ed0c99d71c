"""How a page's place in the tree becomes a path on the front end, and back.

`/politics/budget-passed/` is the page's `url_path` without its front page's segment; languages other than the
default one stand under their code, `/ur/…`.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from urllib.parse import unquote

from django.utils.encoding import iri_to_uri
from wagtail.models import Locale, Page


class SitePaths:
    """The paths of one site. `front_end_url` is the root of the readers' front end.

    `read_front_pages` returns the `url_path` of each language's front page; it is called when somebody needs that.
    """

    def __init__(
        self,
        read_front_pages: Callable[[], dict[int, str]],
        locales: Mapping[int, Locale],
        front_end_url: str,
    ) -> None:
        self._read_front_pages = read_front_pages
        self._root = front_end_url.rstrip("/")
        self._prefixes = {
            pk: "/" if locale.is_default else f"/{locale.language_code}/" for pk, locale in locales.items()
        }

    def path(self, url_path: str, locale_id: int) -> str:
        """Return the path below the front end's root."""
        return self._prefixes[locale_id] + url_path.split("/", 2)[2]

    def url(self, path: str) -> str:
        """Return the absolute address of a path on the front end."""
        return iri_to_uri(self._root + path)

    def url_path(self, path: str) -> str | None:
        """Return the `url_path` that a page at this path has, if there is one; `None` for what is no path."""
        path = unquote(path)
        if not path.startswith("/") or not path.endswith("/") or "\x00" in path:
            return None
        language, slash, rest = path[1:].partition("/")
        for locale_id, prefix in self._prefixes.items():
            if prefix == f"/{language}/" and slash:
                return self._below(locale_id, rest)
        default = next((pk for pk, prefix in self._prefixes.items() if prefix == "/"), None)
        return None if default is None else self._below(default, path[1:])

    def _below(self, locale_id: int, rest: str) -> str | None:
        front_page = self.front_pages.get(locale_id)
        return front_page and front_page + rest

    @cached_property
    def front_pages(self) -> dict[int, str]:
        """The `url_path` of each language's front page, by the language's key."""
        return self._read_front_pages()


def front_pages_of(root_page: Page) -> dict[int, str]:
    """Return the `url_path` of a site's front page in each language, by the language's key."""
    translations = Page.objects.filter(translation_key=root_page.translation_key, depth=2)
    return dict(translations.values_list("locale_id", "url_path"))
