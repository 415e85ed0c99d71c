"""Pages of a list that is never counted to its end."""

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables.pages import PageTitleColumn

COUNTED = 1000
"""How many items are counted and paged through. Whoever looks for more narrows the list down."""


class BoundedPaginator(WagtailPaginator):
    """Counts up to a bound, so that the list of a hundred thousand pages costs what a short one costs."""

    @cached_property
    def _found(self) -> int:
        first = self.object_list[: COUNTED + 1]
        if isinstance(first, QuerySet):
            return self.object_list.order_by().values("pk")[: COUNTED + 1].count()
        return len(first) if isinstance(first, list) else first.count()

    @cached_property
    def count(self) -> int:
        """Return how many items can be paged through."""
        return min(self._found, COUNTED)

    @property
    def is_cut(self) -> bool:
        """Return whether there are more items than can be paged through."""
        return self._found > COUNTED

    @property
    def items_count_label(self) -> str:
        """Return how many items there are, in words."""
        if self.is_cut:
            return f"More than {COUNTED:,} {self.verbose_name_plural}; narrow down to see the others"
        return super().items_count_label


class BoundedTitleColumn(PageTitleColumn):
    """The title column, whose head says how many pages there are as far as they were counted."""

    def get_header_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Return what the head is drawn from."""
        context = super().get_header_context_data(parent_context)
        page = context.get("page_obj")
        if page is not None and getattr(page.paginator, "is_cut", False):
            context["items_count"] = f"more than {COUNTED:,}"
        return context
