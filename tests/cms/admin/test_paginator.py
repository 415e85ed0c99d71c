"""Lists that are never counted to their end."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from cms.admin import paginator
from cms.admin.paginator import BoundedPaginator
from tests.builders import make_section


@pytest.fixture(autouse=True)
def _count_to_three(monkeypatch):
    monkeypatch.setattr(paginator, "COUNTED", 3)


def sections(number: int):
    """Return a query set of so many pages."""
    return Page.objects.filter(pk__in=[make_section().pk for _ in range(number)]).order_by("pk")


def test_a_short_list_is_counted(db):
    pages = BoundedPaginator(sections(3), 2)

    assert (pages.count, pages.num_pages, pages.is_cut) == (3, 2, False)
    assert pages.items_count_label == "3 pages"


def test_a_long_list_is_counted_no_further_than_the_bound(db):
    pages = BoundedPaginator(sections(5), 2)

    with CaptureQueriesContext(connection) as captured:
        found = (pages.count, pages.num_pages, pages.is_cut)

    assert found == (3, 2, True)
    assert pages.items_count_label == "More than 3 pages; narrow down to see the others"
    assert [query["sql"].count("LIMIT 4") for query in captured] == [1]


def test_search_results_are_bounded_as_well(db):
    for _ in range(5):
        make_section(title="Harbour")

    pages = BoundedPaginator(Page.objects.all().autocomplete("harb"), 2)

    assert (pages.count, pages.is_cut) == (3, True)
    assert len(pages.page(1).object_list) == 2


def test_a_plain_list_is_bounded_as_well():
    assert BoundedPaginator(list("abcde"), 2).count == 3
