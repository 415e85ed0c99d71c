"""The one policy on what an anonymous reader may see, by the clock at the moment of asking.

A page is visible when it is live, its own window holds the moment, no view restriction covers it or an
ancestor, and every ancestor below the tree's root is visible too. An alias shows nothing that its source
hides, nor does what lies below it. Images and documents need a collection without restrictions, ancestors
included. Records that can be drafts need to be live and not expired.

A `Visibility` is made once for a request. It asks the database one question at most, whatever the size of the
answer: for the places that decide about others (pages that hold pages, pages under a restriction, aliases and their
sources, closed collections). What is answered is kept in the request's memory, if it brings one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, reduce
from operator import or_
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import BooleanField, CharField, DateTimeField, F, Model, Q, QuerySet, Value
from django.utils import timezone
from wagtail.models import CollectionViewRestriction, DraftStateMixin, Page, get_page_models

from cms.answers.recording import part
from cms.given import NOW
from cms.memory import Memory

STEP = Page.steplen


class DecidingPage(NamedTuple):
    """A page that decides whether others may be seen, and why: "holder", "restricted" or "alias".

    `source`, `is_live` and `expires` are an alias's source's place and dates, else the page's own. A "collection" is
    the place of a closed collection.
    """

    pk: int
    path: str
    content_type_id: int
    why: str
    source: str
    is_live: bool
    expires: datetime | None


@dataclass(slots=True)
class DecidingPages:
    """What the pages that decide about others say.

    `visible`: pages that may hold others, and that a reader may see: path → (key, content type's key).
    `closed_paths`: tree paths at and below which nothing may be seen, none of them below another.
    `closed_pages`: keys of single pages that may not be seen although their place is open.
    `closed_collections`: tree paths at and below which no file may be seen.
    `has_aliases`: whether there are aliases at all.
    `since`, `until`: the time in which the clock changes none of it.
    """

    visible: dict[str, tuple[int, int]]
    closed_paths: list[str]
    closed_pages: set[int]
    closed_collections: list[str]
    has_aliases: bool
    since: datetime
    until: datetime | None

    @property
    def closed(self) -> tuple[Any, ...]:
        """Everything that conditions are made of; equal where they are."""
        pages = tuple(sorted(self.closed_pages))
        return (self.has_aliases, tuple(self.closed_paths), pages, tuple(self.closed_collections))

    def hold_at(self, moment: datetime) -> bool:
        """Return whether they say the same at another moment, while nobody changes the database."""
        return self.since <= moment and (self.until is None or moment < self.until)


class Visibility:
    """What may be seen at one moment: at `now`, or by the clock when that is left out."""

    def __init__(self, now: datetime | None = None, memory: Memory | None = None) -> None:
        self.now: Any = now or timezone.now()
        self._memory = memory or Memory()

    @cached_property
    def standing(self) -> "Visibility":
        """The same policy with its moment left open, for statements that are given it when they are run."""
        return StandingVisibility(self._deciding)

    def pages(self, model: type[Any]) -> QuerySet:
        """Return the visible pages of a model that declares `own_window`."""
        return model.objects.filter(self.page_condition(model))

    def page_condition(self, model: type[Any]) -> Q:
        """Return the condition under which a page of a model that declares `own_window` is visible."""
        in_window = model.own_window(self.now)
        if self._deciding.has_aliases:
            # An alias has dates of its own, which lag behind until its source is next published.
            in_window &= Q(alias_of=None) | Q(alias_of__in=model.objects.filter(in_window).values("pk"))
        return in_window & self._open_whenever()

    @property
    def hides_by_dates_alone(self) -> bool:
        """Return whether no place is closed and no alias hides, so that `hidden_by_dates` tells all."""
        deciding = self._deciding
        return not (deciding.has_aliases or deciding.closed_paths or deciding.closed_pages)

    def hidden_by_dates(self, model: type[Any]) -> list[QuerySet]:
        """Return the pages of a model that their dates hide, in as many query sets as there are reasons.

        There are few of them, and an index for each reason, which makes a total cheap: all less these.
        """
        reasons = [Q(live=False), *model.outside_window(self.now)]
        return [model.objects.filter(reason).order_by() for reason in reasons]

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
        """Return the visible records of a model: where there can be drafts the live ones, else all."""
        return model._default_manager.filter(self.record_condition(model))

    def record_condition(self, model: type[Model], relation: str = "") -> Q:
        """Return the condition under which a record is visible, seen through a `relation` such as "source__"."""
        if not issubclass(model, DraftStateMixin):
            return Q()
        expire_at = f"{relation}expire_at"
        in_window = Q(**{expire_at: None}) | Q(**{f"{expire_at}__gt": self.now})
        return Q(**{f"{relation}live": True}) & in_window

    def files(self, model: type[Model]) -> QuerySet:
        """Return the images or documents that no closed collection holds."""
        files = model._default_manager.all()
        if self._deciding.closed_collections:
            files = files.exclude(_below_any(self._deciding.closed_collections, "collection__path"))
        return files

    @cached_property
    def _deciding(self) -> DecidingPages:
        with part("tree", "collections"):
            return self._memory.kept(
                DecidingPages, self._decide, holds=lambda deciding: deciding.hold_at(self.now)
            )

    def _decide(self) -> DecidingPages:
        places = [DecidingPage(*row) for row in _deciding_pages()]
        pages = [place for place in places if place.why != "collection"]
        collections = {place.path for place in places if place.why == "collection"}
        holders = {page.path: page for page in pages if page.why == "holder"}
        closed = self._closed_places(pages)
        # A restriction on the tree's root, which is no page and no holder, covers everything.
        closed_trees = {path for path in closed if path in holders or len(path) == STEP}
        return DecidingPages(
            visible={
                path: (page.pk, page.content_type_id)
                for path, page in sorted(holders.items())
                if _is_open(path, closed)
            },
            closed_paths=[path for path in sorted(closed_trees) if _is_open(path[:-STEP], closed_trees)],
            closed_pages={page.pk for page in pages if page.path in closed - closed_trees},
            closed_collections=[path for path in sorted(collections) if _is_open(path[:-STEP], collections)],
            has_aliases=any(page.why == "alias" for page in pages),
            since=self.now,
            until=min(
                (page.expires for page in pages if page.expires and page.expires > self.now), default=None
            ),
        )

    def _closed_places(self, pages: Sequence[DecidingPage]) -> set[str]:
        """Return the tree paths of the pages that may not be seen for a reason of their own."""
        closed = {page.path for page in pages if page.why == "restricted" or self._is_over(page)}
        aliases = [page for page in pages if page.why == "alias"]
        while True:  # an alias may be what hides the source of another
            hidden = {alias.path for alias in aliases if not _is_open(alias.source, closed)}
            if hidden <= closed:
                return closed
            closed |= hidden

    def _is_over(self, page: DecidingPage) -> bool:
        return not page.is_live or (page.expires is not None and page.expires <= self.now)


class StandingVisibility(Visibility):
    """A policy for whichever moment it is given; equal to another that closes the same."""

    def __init__(self, deciding: DecidingPages) -> None:
        super().__init__()
        self.now = NOW
        self._deciding = deciding
        self._closed = deciding.closed

    def __eq__(self, other: object) -> bool:
        return isinstance(other, StandingVisibility) and self._closed == other._closed

    def __hash__(self) -> int:
        return hash(self._closed)


def _deciding_pages() -> QuerySet:
    """Return the places that decide whether others may be seen, as rows of `DecidingPage`."""
    holding = [model for model in get_page_models() if model.allowed_subpage_models()]
    types = ContentType.objects.get_for_models(*holding).values()
    holders = _as_deciding(Page.objects.filter(content_type__in=types, depth__gt=1), "holder")
    restricted = _as_deciding(Page.objects.filter(view_restrictions__isnull=False), "restricted")
    aliases = _as_deciding(Page.objects.filter(alias_of__isnull=False), "alias", "alias_of__")
    collections = CollectionViewRestriction.objects.order_by().values_list(
        "collection_id",
        "collection__path",
        Value(0),
        Value("collection", output_field=CharField()),
        "collection__path",
        Value(True, output_field=BooleanField()),
        Value(None, output_field=DateTimeField()),
    )
    return holders.union(restricted, aliases, collections, all=True)


def _as_deciding(pages: QuerySet, why: str, source: str = "") -> QuerySet:
    return (
        pages.order_by()
        .annotate(
            why=Value(why, output_field=CharField()),
            source=F(f"{source}path"),
            is_live=F(f"{source}live"),
            expires=F(f"{source}expire_at"),
        )
        .values_list(*DecidingPage._fields)
    )


def _is_open(path: str, closed: set[str]) -> bool:
    """Return whether neither the tree path nor one above it is closed."""
    return not any(path[:end] in closed for end in range(STEP, len(path) + 1, STEP))


def _below_any(paths: Iterable[str], column: str) -> Q:
    return reduce(or_, (Q(**{f"{column}__startswith": path}) for path in paths))
