"""The one policy on what an anonymous reader may see, by the clock at the moment of asking.

A page is visible when it is live, its own window holds the moment, no view restriction covers it or an
ancestor, and every ancestor below the tree's root is visible too. An alias shows nothing that its source
hides. Images and documents need a collection without restrictions, ancestors included. Records that can be
drafts need to be live.

A `Visibility` is made once for a request. It asks the database two questions at most, whatever the size of the
answer: one for the pages that decide about others (those that hold pages, those under a restriction, the
sources of aliases), one for closed collections.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, reduce
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, F, Model, Q, QuerySet, Value
from django.utils import timezone
from wagtail.models import CollectionViewRestriction, DraftStateMixin, Page, get_page_models

STEP = Page.steplen
DECIDING_COLUMNS = ("pk", "why", "decided_by", "is_live", "expires", "content_type_id")


@dataclass(slots=True)
class DecidingPages:
    """What the pages that decide about others say.

    `visible`: pages that may hold others, and that a reader may see: path → (key, content type's key).
    `closed_paths`: tree paths at and below which nothing may be seen, none of them below another.
    `closed_pages`: keys of single pages that may not be seen although their place is open.
    """

    visible: dict[str, tuple[int, int]] = field(default_factory=dict)
    closed_paths: list[str] = field(default_factory=list)
    closed_pages: set[int] = field(default_factory=set)


class Visibility:
    """What may be seen at one moment: at `now`, or by the clock when that is left out."""

    def __init__(self, now: datetime | None = None) -> None:
        self.now = now or timezone.now()

    def pages(self, model: type[Any]) -> QuerySet:
        """Return the visible pages of a model that declares `own_window`."""
        return model.objects.filter(self.page_condition(model))

    def page_condition(self, model: type[Any]) -> Q:
        """Return the condition under which a page of a model that declares `own_window` is visible."""
        return model.own_window(self.now) & self._open_whenever()

    def pages_whenever(self, model: type[Any]) -> QuerySet:
        """Return the pages of a model that only their own dates may hide, now or at another moment."""
        return model.objects.filter(self._open_whenever())

    def taken_back(self, model: type[Any]) -> QuerySet:
        """Return the pages that were public once and are no longer, in places that are open."""
        over = Q(live=False) | Q(expire_at__lte=self.now)
        return model.objects.filter(over & Q(first_published_at__lte=self.now) & self._in_open_place())

    def _open_whenever(self) -> Q:
        return Q(live=True) & self._in_open_place()

    def _in_open_place(self) -> Q:
        condition = Q()
        if self._deciding.closed_pages:
            condition &= ~Q(pk__in=self._deciding.closed_pages)
        if self._deciding.closed_paths:
            condition &= ~_below_any(self._deciding.closed_paths, "path")
        return condition

    def holders(self, model: type[Any]) -> list[int]:
        """Return the keys of the visible pages of a model that may hold others, in tree order."""
        content_type = ContentType.objects.get_for_model(model)
        return [pk for pk, type_id in self._deciding.visible.values() if type_id == content_type.pk]

    def records(self, model: type[Model]) -> QuerySet:
        """Return the visible records of a model: the live ones where there can be drafts, else all."""
        records = model._default_manager.all()
        return records.filter(live=True) if issubclass(model, DraftStateMixin) else records

    def files(self, model: type[Model]) -> QuerySet:
        """Return the images or documents that no closed collection holds."""
        files = model._default_manager.all()
        if self._closed_collections:
            files = files.exclude(_below_any(self._closed_collections, "collection__path"))
        return files

    @cached_property
    def _deciding(self) -> DecidingPages:
        rows = list(_deciding_pages())
        said = DecidingPages()
        restricted = {path for _, why, path, *_ in rows if why == "restricted"}
        closed = set(restricted)
        for pk, why, path, live, expires, type_id in sorted(rows, key=lambda row: row[2]):
            if why != "holder":
                continue
            expired = expires is not None and expires <= self.now
            if not live or expired or not _is_open(path, closed):
                closed.add(path)
            else:
                said.visible[path] = (pk, type_id)
        holders = {path for _, why, path, *_ in rows if why == "holder"}
        said.closed_paths = [path for path in sorted(closed & holders) if _is_open(path[:-STEP], closed)]
        for pk, why, path, live, expires, _ in rows:
            hides = not live or (expires is not None and expires <= self.now) or not _is_open(path, closed)
            if hides and (why == "alias" or (why == "restricted" and path not in holders)):
                said.closed_pages.add(pk)
        return said

    @cached_property
    def _closed_collections(self) -> list[str]:
        paths = set(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
        return [path for path in sorted(paths) if _is_open(path[:-STEP], paths)]


def _deciding_pages() -> QuerySet:
    """Return rows of `DECIDING_COLUMNS` for the pages that decide whether others may be seen.

    `why` is "holder", "restricted" or "alias"; an alias comes with the path and dates of its source.
    """
    holding = [model for model in get_page_models() if model.allowed_subpage_models()]
    types = ContentType.objects.get_for_models(*holding).values()
    holders = _as_deciding(Page.objects.filter(content_type__in=types, depth__gt=1), "holder")
    restricted = _as_deciding(Page.objects.filter(view_restrictions__isnull=False), "restricted")
    aliases = _as_deciding(Page.objects.filter(alias_of__isnull=False), "alias", "alias_of__")
    return holders.union(restricted, aliases, all=True)


def _as_deciding(pages: QuerySet, why: str, source: str = "") -> QuerySet:
    return (
        pages.order_by()
        .annotate(
            why=Value(why, output_field=CharField()),
            decided_by=F(f"{source}path"),
            is_live=F(f"{source}live"),
            expires=F(f"{source}expire_at"),
        )
        .values_list(*DECIDING_COLUMNS)
    )


def _is_open(path: str, closed: set[str]) -> bool:
    """Return whether neither the tree path nor one above it is closed."""
    return not any(path[:end] in closed for end in range(STEP, len(path) + 1, STEP))


def _below_any(paths: Iterable[str], column: str) -> Q:
    return reduce(or_, (Q(**{f"{column}__startswith": path}) for path in paths))
