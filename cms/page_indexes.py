"""What Wagtail's indexes say of pages: which things a page refers to, and what editors find it by.

They follow each save; where many pages are made at once, they are written for all of them together.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.contenttypes.models import ContentType
from modelsearch import signal_handlers
from modelsearch.backends import get_search_backends
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

logger = logging.getLogger(__name__)

_waiting = ContextVar("waiting", default=False)


@contextmanager
def written_later() -> Iterator[None]:
    """Leave the indexes alone while pages are saved: whoever calls this writes them afterwards."""
    token = _waiting.set(True)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        _waiting.reset(token)


def are_written_later() -> bool:
    """Return whether a page is being saved whose indexes will be written afterwards."""
    return _waiting.get()


def follow_saved(page: Page) -> None:
    """Let editors find a page by what it says, at once or when a worker has taken it up."""
    if not are_written_later():
        signal_handlers.post_save_signal_handler(page)


def follow_deleted(page: Page) -> None:
    """Let editors no longer find a page."""
    signal_handlers.post_delete_signal_handler(page)


def write(model: type[Page], pages: Sequence[Page]) -> None:
    """Write what the indexes say of pages of one type, in the transaction that saved them."""
    references = [reference for page in pages for reference in _references(page)]
    keys = [str(page.pk) for page in pages]
    ReferenceIndex.objects.filter(base_content_type=_any_page(), object_id__in=keys).delete()
    ReferenceIndex.objects.bulk_create(references, ignore_conflicts=True)
    for backend in get_search_backends(with_auto_update=True):
        try:
            backend.add_bulk(model, pages)
        except Exception:
            # As for single pages: when a server of its own is out of order, the pages are saved all the same.
            if not backend.catch_indexing_errors:
                raise
            logger.exception("Pages could not be added to the editors' search")


def _references(page: Page) -> Iterator[ReferenceIndex]:
    """Yield what a page refers to: Wagtail finds it, but offers to write it for one thing at a time only."""
    for to_type, to_key, model_path, content_path in set(
        ReferenceIndex._extract_references_from_object(page)
    ):
        yield ReferenceIndex(
            content_type=page.cached_content_type,
            base_content_type=_any_page(),
            object_id=str(page.pk),
            to_content_type_id=to_type,
            to_object_id=to_key,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
        )


def _any_page() -> ContentType:
    return ContentType.objects.get_for_model(Page)
