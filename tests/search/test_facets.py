"""What a search can be narrowed down by, counted over everything that matches."""

from datetime import UTC, datetime

import pytest

from tests.builders import make_article, make_contributor, make_section


def counts(found, facet):
    return {each["value"]: each["count"] for each in found["facets"][facet]}


def test_facets_count_everything_that_matches_and_not_the_page(search):
    politics = make_section(title="Politics", slug="politics")
    council = make_section(parent=politics, title="Council", slug="council")
    writer = make_contributor(name="Ines Calloway")
    for number in range(3):
        make_article(
            section=council,
            title=f"Ferry {number}",
            tags=["Boats"],
            contributors=[writer],
            kind="news" if number else "opinion",
            display_date=datetime(2022 + number, 6, 1, tzinfo=UTC),
        )
    make_article(section=politics, title="Bus")

    found = search("ferry", first=1)

    assert found["totalCount"] == 3
    assert counts(found, "sections") == {"/politics/": 3, "/politics/council/": 3}
    assert found["facets"]["tags"] == [{"value": "boats", "label": "Boats", "count": 3}]
    assert found["facets"]["contributors"] == [
        {"value": "ines-calloway", "label": "Ines Calloway", "count": 3}
    ]
    assert found["facets"]["kinds"] == [
        {"value": "NEWS", "label": "News", "count": 2},
        {"value": "OPINION", "label": "Opinion", "count": 1},
    ]
    assert [each["value"] for each in found["facets"]["years"]] == ["2024", "2023", "2022"]


def test_what_was_chosen_in_a_facet_does_not_empty_its_siblings(search):
    make_article(title="Ferry one", tags=["Boats"], kind="news")
    make_article(title="Ferry two", tags=["Sea"], kind="opinion")

    found = search("ferry", where={"tags": ["boats"]})

    assert found["totalCount"] == 1
    assert counts(found, "tags") == {"boats": 1, "sea": 1}
    assert counts(found, "kinds") == {"NEWS": 1}


def test_tags_that_are_all_needed_narrow_their_own_facet_down(search):
    make_article(title="Ferry one", tags=["Boats", "Sea"])
    make_article(title="Ferry two", tags=["Sea", "Sand"])

    found = search("ferry", where={"tags": ["boats"], "tagMatch": "ALL"})

    assert counts(found, "tags") == {"boats": 1, "sea": 1}


@pytest.mark.parametrize("facet", ["sections", "tags", "contributors", "kinds"])
def test_the_value_of_a_facet_is_what_the_filter_takes(search, facet):
    make_article(title="Ferry one", tags=["Boats"])
    make_article(title="Ferry two", tags=["Sea"], kind="opinion")

    for each in search("ferry")["facets"][facet]:
        assert search("ferry", where={facet: [each["value"]]})["totalCount"] == each["count"]


@pytest.mark.parametrize("articles", [4, 12])
def test_a_search_costs_the_same_statements_whatever_it_finds(search, django_assert_num_queries, articles):
    for number in range(articles):
        make_article(title=f"Ferry {number} today", tags=[f"Tag {number}"])
    search("ferry")

    with django_assert_num_queries(11):
        search("ferry today")
