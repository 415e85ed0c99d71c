"""Statements that are written once bring what the query sets bring that they are made of."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import BigIntegerField, TextField
from django.utils import timezone

from cms.given import KEYS, NOW, Given
from cms.graphql.statements import _written, count, counts, rows, rows_each
from cms.visibility import Visibility
from news.models import Article, Section
from tests.builders import make_article, make_section

pytestmark = pytest.mark.django_db


def with_keys(policy):
    return policy.pages(Article).filter(pk__in=KEYS).order_by("title")


def titled(policy, *fixed):
    return policy.pages(Article).filter(
        title=Given("title", TextField()), title__in=fixed or ["A", "B", "50 %s"]
    )


def newest(policy, number):
    section = Given("section", BigIntegerField())
    return policy.pages(Article).filter(home_section=section).order_by("-display_date", "-pk")[:number]


def newest_and_oldest(policy):
    articles = policy.pages(Article).filter(home_section=Given("section", BigIntegerField()))
    return [articles.order_by("-display_date")[:1], articles.order_by("display_date")[:2]]


def titles(found):
    return [row["title"] for row in found]


@pytest.fixture
def sections(front_page):
    """Two sections with three articles each, the last one the newest, and one with none."""
    made = [make_section(title=title) for title in ("North", "South", "Empty")]
    for section in made[:2]:
        for number in range(3):
            dated = timezone.now() - timedelta(hours=9 - number)
            make_article(section=section, title=f"{section.title} {number}", display_date=dated)
    return made


def test_rows_bring_the_columns_that_are_asked_for_and_their_keys(sections):
    keys = list(Article.objects.filter(title__endswith="1").values_list("pk", flat=True))

    found = rows(with_keys, ["title", "display_date"], Visibility(), keys=keys)

    assert found == list(
        Article.objects.filter(pk__in=keys).order_by("title").values("display_date", "id", "title")
    )


def test_no_keys_no_rows(sections):
    assert rows(with_keys, ["title"], Visibility(), keys=[]) == []


def test_a_key_larger_than_any_column_finds_nothing(sections):
    assert rows(with_keys, ["title"], Visibility(), keys=[2**62]) == []


def test_each_place_of_a_list_has_rows_of_its_own(sections, django_assert_num_queries):
    policy, keys = Visibility(), [section.pk for section in sections]
    rows_each(newest, ["title"], policy, 2, each={"section": keys})

    with django_assert_num_queries(1):
        found = rows_each(
            newest, ["title"], policy, 2, each={"section": [keys[1], keys[2], keys[0], keys[1]]}
        )

    south = ["South 2", "South 1"]
    assert [titles(part) for part in found] == [south, [], ["North 2", "North 1"], south]


def test_more_places_than_one_statement_holds(sections):
    keys = [sections[number % 2].pk for number in range(250)]

    found = rows_each(newest, ["title"], Visibility(), 1, each={"section": keys})

    assert [titles(part) for part in found] == [["North 2"], ["South 2"]] * 125


def test_several_query_sets_follow_one_another(sections):
    policy, keys = Visibility(), [section.pk for section in sections[:2]]

    alone = rows(newest_and_oldest, ["title"], policy, section=keys[0])
    each = rows_each(newest_and_oldest, ["title"], policy, each={"section": keys})

    north, south = (["{} 2", "{} 0", "{} 1"] for _ in range(2))
    assert titles(alone) == [title.format("North") for title in north]
    assert [titles(part) for part in each] == [
        [title.format("North") for title in north],
        [title.format("South") for title in south],
    ]


def test_rows_are_counted(sections):
    policy, keys = Visibility(), [section.pk for section in sections]
    everything = list(Article.objects.values_list("pk", flat=True))

    assert count(with_keys, policy, keys=everything) == 6
    assert counts(newest, policy, 2, each={"section": keys}) == [2, 2, 0]


def test_a_query_set_that_can_hold_nothing_is_not_asked_for(sections, django_assert_num_queries):
    policy = Visibility()
    assert policy.standing == policy.standing

    with django_assert_num_queries(0):
        assert rows(lambda policy: Article.objects.none(), ["title"], policy) == []
        assert count(lambda policy: Article.objects.none(), policy) == 0


def test_constants_that_look_like_places_are_constants(front_page):
    make_article(title="50 %s")

    assert titles(rows(titled, ["title"], Visibility(), title="50 %s")) == ["50 %s"]
    assert titles(rows(titled, ["title"], Visibility(), "%s'; --", "50 %s", title="50 %s")) == ["50 %s"]
    assert rows(titled, ["title"], Visibility(), title="' OR 1=1 --") == []


def test_a_statement_is_written_once_for_all_moments(sections):
    keys = list(Article.objects.values_list("pk", flat=True))
    rows(with_keys, ["title"], Visibility(), keys=keys)
    written = _written.cache_info().misses

    later = Visibility(timezone.now() + timedelta(days=400))
    assert len(rows(with_keys, ["title"], later, keys=keys[:2])) == 2
    assert _written.cache_info().misses == written


def test_a_statement_is_written_anew_when_a_section_closes(sections):
    keys = list(Article.objects.values_list("pk", flat=True))
    assert len(rows(with_keys, ["title"], Visibility(), keys=keys)) == 6

    Section.objects.filter(title="North").update(live=False)

    assert titles(rows(with_keys, ["title"], Visibility(), keys=keys)) == ["South 0", "South 1", "South 2"]


def test_the_moment_is_the_policys(sections):
    soon = timezone.now() + timedelta(hours=1)
    make_article(title="Embargoed", section=sections[0], embargo_until=soon)
    keys = list(Article.objects.filter(title="Embargoed").values_list("pk", flat=True))

    assert rows(with_keys, ["title"], Visibility(), keys=keys) == []
    assert titles(rows(with_keys, ["title"], Visibility(soon), keys=keys)) == ["Embargoed"]
    assert NOW.adapted(soon, connection.vendor)
