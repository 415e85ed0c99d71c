"""Adds pages with their first revision, live or as drafts, many in one transaction.

To publish a new page, Wagtail saves it three times: as a draft, with its revision, and live. Here it is saved once, in
the state that it is to have; its revision, its history and what the indexes say of it are written for all pages
together. Whatever judges a page that Wagtail saves or publishes judges these, and what is in the database afterwards
is the same.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

from django.db.models import F
from django.utils import timezone
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.signals import page_published, published

from cms import page_indexes

NewPage = TypeVar("NewPage", bound=Page)


class NewPages(Generic[NewPage]):
    """New pages of one type.

    From the first `add` to `finish` is one transaction, in which nothing else adds pages below the same parents. An
    `add` that fails is to be rolled back by the caller, to a savepoint of its own.
    """

    def __init__(self, model: type[NewPage]) -> None:
        self._model = model
        self._added: dict[int, list[NewPage]] = {}

    def add(self, page: NewPage, parent: Page, *, live: bool) -> None:
        """Add a page below another; raise `ValidationError` where Wagtail would not save it, or not publish it."""
        page.live, page.has_unpublished_changes = live, not live
        page.first_published_at = page.last_published_at = timezone.now() if live else None
        siblings = self._added.get(parent.pk, [])
        _place(page, parent, after=siblings[-1] if siblings else _last_child(parent))
        # What a page refers to and what must be unique is the database's to refuse.
        relations = [field.name for field in self._model._meta.concrete_fields if field.is_relation]
        page.full_clean(exclude=relations, validate_unique=False)
        with page_indexes.written_later():
            page.save(clean=False, log_action=None)
        self._added[parent.pk] = [*siblings, page]
        parent.numchild += 1  # or it would be believed to have no children, whose slugs are taken

    def finish(self) -> None:
        """Write what belongs to the pages, and tell of those that were published."""
        for parent, pages in self._added.items():
            Page.objects.filter(pk=parent).update(numchild=F("numchild") + len(pages))
        stored = self._stored()
        revisions = self._first_revisions(stored)
        PageLogEntry.objects.bulk_create(_history(stored, revisions))
        page_indexes.write(self._model, stored)
        with page_indexes.written_later():
            for page, revision in zip(stored, revisions, strict=True):
                if page.live:
                    page_published.send(sender=type(page), instance=page, revision=revision)
                    published.send(sender=type(page), instance=page, revision=revision)

    def _stored(self) -> list[NewPage]:
        """Return the pages as they were saved, with all that belongs to them."""
        keys = [page.pk for pages in self._added.values() for page in pages]
        relations = [relation.get_accessor_name() for relation in get_all_child_relations(self._model)]
        relations += [field.name for field in get_all_child_m2m_relations(self._model)]
        pages = self._model._default_manager.filter(pk__in=keys).order_by("pk")
        return list(pages.prefetch_related(*relations))

    def _first_revisions(self, pages: Sequence[NewPage]) -> list[Revision]:
        now = timezone.now()
        revisions = Revision.objects.bulk_create(
            Revision(
                content_object=page,
                base_content_type=page.get_base_content_type(),
                content=page.serializable_data(),
                object_str=str(page),
                created_at=now,
            )
            for page in pages
        )
        for page, revision in zip(pages, revisions, strict=True):
            page.latest_revision, page.latest_revision_created_at = revision, now
            page.live_revision = revision if page.live else None
        columns = ["latest_revision", "latest_revision_created_at", "live_revision"]
        Page.objects.bulk_update(pages, columns)
        return revisions


def _last_child(parent: Page) -> Page | None:
    """Return the last page below another, below which nobody else can add one for the rest of the transaction."""
    return Page.objects.select_for_update().get(pk=parent.pk).get_last_child()


def _place(page: Page, parent: Page, *, after: Page | None) -> None:
    """Give a page its place in the tree, as treebeard's `add_child` does."""
    page.depth = parent.depth + 1
    page.path = after._inc_path() if after else Page._get_path(parent.path, page.depth, 1)
    page._cached_parent_obj = parent
    # Wagtail would ask; a site's front page is not made this way.
    page._is_site_root = False


def _history(pages: Sequence[Page], revisions: Sequence[Revision]) -> Iterator[PageLogEntry]:
    """Yield what Wagtail logs of new pages."""
    for page in pages:
        yield _entry(page, "wagtail.create")
    for page, revision in zip(pages, revisions, strict=True):
        if page.live:
            yield _entry(page, "wagtail.publish", revision=revision)


def _entry(page: Page, action: str, **more: Any) -> PageLogEntry:
    context = get_active_log_context()
    return PageLogEntry(
        page=page,
        content_type=page.cached_content_type,
        label=page.get_admin_display_title(),
        action=action,
        timestamp=timezone.now(),
        user=context.user,
        uuid=context.uuid,
        content_changed=True,
        **more,
    )
