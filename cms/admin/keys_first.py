"""Lists of pages that cost the same whether there are fifty or a hundred thousand."""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.admin.paginator import BoundedPaginator


class KeysFirstMixin:
    """Finds the keys of those pages that are shown, then reads these only.

    Wagtail annotates every page of a list before it sorts and cuts it. For views of pages.
    """

    paginator_class = BoundedPaginator

    def get_base_queryset(self) -> QuerySet:
        """Return the pages that are sorted and narrowed down: those in scope, as far as one may see."""
        return self.annotate_queryset(within_reach(self.scope(), self.request.user))

    def scope(self) -> QuerySet:
        """Return the pages that the list is about: all of its type."""
        return self.model._default_manager.all()

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """Leave the pages bare while they are being found, unless all of them are shown."""
        if self.get_paginate_by(pages) is None:
            return super().annotate_queryset(pages)
        return pages.defer_streamfields()

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Sort the pages, equals by their keys, so that none shows twice or never when one turns the leaf."""
        ordered = super().order_queryset(queryset)
        if self.is_searching or not ordered.query.order_by:
            return ordered
        return ordered.order_by(*ordered.query.order_by, "-pk")

    def paginate_queryset(self, queryset: QuerySet, page_size: int) -> tuple[Any, ...]:
        """Cut the list and read what is left of it."""
        paginator, page, found, has_others = super().paginate_queryset(queryset, page_size)
        page.object_list = self._read(found)
        return paginator, page, page.object_list, has_others

    def _read(self, found: Any) -> Sequence[Page]:
        is_plain = isinstance(found, QuerySet)
        keys = list(found.values_list("pk", flat=True)) if is_plain else [page.pk for page in found]
        pages = super().annotate_queryset(self.model.objects.filter(pk__in=keys))
        by_key = {page.pk: page for page in pages}
        return [by_key[key] for key in keys]


class KeysFirstExplorerMixin(KeysFirstMixin):
    """The same below one page of the tree."""

    def scope(self) -> QuerySet:
        """Return the page's children, or while searching and filtering everything below it or everywhere."""
        pages = super().scope()
        if not (self.is_searching or self.is_filtering):
            return pages.child_of(self.parent_page)
        return pages if self.is_searching_whole_tree else pages.descendant_of(self.parent_page)


def within_reach(pages: QuerySet, user: AbstractBaseUser) -> QuerySet:
    """Narrow pages down to those at, below or above a page on which the user has a permission.

    Wagtail says the same with a subquery over all pages; here somebody who reaches the root pays nothing.
    """
    reached = policy_registry.get_by_type(Page).instances_with_direct_explore_permission(user)
    paths = {page.path for page in reached}
    if any(len(path) == Page.steplen for path in paths):
        return pages
    if not paths:
        return pages.none()
    above = {path[:end] for path in paths for end in range(Page.steplen, len(path), Page.steplen)}
    return pages.filter(reduce(or_, (Q(path__startswith=path) for path in sorted(paths)), Q(path__in=above)))
