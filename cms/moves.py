"""Keeps a page's old addresses leading to it when it, or what stands above it, is renamed or moved.

Wagtail would do it where it serves pages itself; here it does not know the front end's paths. The redirects are
its own, so editors find them in its list.
"""

from collections.abc import Iterator, Sequence

from django.contrib.contenttypes.models import ContentType
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.graphql.context import RequestContext
from cms.graphql.pages import public_page_models

BATCH = 500
LONGEST_PATH = 255  # what Wagtail's column holds


def keep_old_addresses(page: Page, url_path_before: str) -> None:
    """Redirect the old addresses of a page and of those below it, where readers may have had them."""
    context = RequestContext()
    moved = {old: (pk, new) for pk, old, new in _moved(page, url_path_before, context)}
    for old_paths in _batched(list(moved)):
        leading_here = [moved[path][1] for path in old_paths]
        stale = Redirect.objects.filter(automatically_created=True, site=context.site)
        stale.filter(old_path__in=[*old_paths, *leading_here]).delete()
        Redirect.objects.bulk_create(
            [
                Redirect(
                    old_path=path,
                    site=context.site,
                    redirect_page_id=moved[path][0],
                    automatically_created=True,
                )
                for path in old_paths
            ],
            ignore_conflicts=True,  # a redirect that an editor made stays
        )


def _moved(page: Page, before: str, context: RequestContext) -> Iterator[tuple[int, str, str]]:
    """Yield the key, the old and the new path of each page that stands elsewhere on the front end now."""
    types = ContentType.objects.get_for_models(*public_page_models()).values()
    pages = Page.objects.descendant_of(page, inclusive=True).filter(
        content_type__in=types, first_published_at__isnull=False
    )
    after = page.url_path
    for pk, url_path, locale_id in pages.values_list("pk", "url_path", "locale_id"):
        old, new = (
            Redirect.normalise_path(context.paths.path(path, locale_id))
            for path in (before + url_path.removeprefix(after), url_path)
        )
        if old != new and len(old) <= LONGEST_PATH:
            yield pk, old, new


def _batched(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    return (paths[start : start + BATCH] for start in range(0, len(paths), BATCH))
