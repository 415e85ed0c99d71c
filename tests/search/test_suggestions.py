"""While a reader types: headlines, tags, contributors and sections, the best first."""

from datetime import UTC, datetime

import pytest

from tests.builders import make_article, make_contributor, make_section


def labels(found):
    return [(each["kind"], each["label"]) for each in found]


def test_names_of_every_kind_are_completed(suggest):
    section = make_section(title="Politics", slug="politics")
    writer = make_contributor(name="Paula Poller")
    make_article(section=section, title="Council polls the islands", tags=["Polling"], contributors=[writer])

    found = suggest("pol")

    assert labels(found) == [
        ("SECTION", "Politics"),
        ("TAG", "Polling"),
        ("CONTRIBUTOR", "Paula Poller"),
        ("ARTICLE", "Council polls the islands"),
    ] or labels(found)[:2] == [("SECTION", "Politics"), ("TAG", "Polling")]
    assert found[0]["value"] == "/politics/"
    assert found[0]["url"].endswith("/politics/")
    assert found[1]["value"] == "polling"


def test_the_latest_headlines_come_first_and_those_that_begin_so_before_others(suggest):
    section = make_section(title="News")
    for year, title in ((2022, "Ferry old"), (2024, "Ferry new"), (2023, "The late ferry")):
        make_article(section=section, title=title, display_date=datetime(year, 1, 1, tzinfo=UTC))

    assert [each["label"] for each in suggest("ferr")] == ["Ferry new", "Ferry old", "The late ferry"]


def test_words_before_the_last_are_whole(suggest):
    make_article(title="Budget passed")
    make_article(title="Budgets passed over")

    assert [each["label"] for each in suggest("budget pas")] == ["Budget passed"]


def test_what_is_typed_is_folded(suggest):
    make_article(title="Müllers Café", tags=["كتاب"])

    assert [each["label"] for each in suggest("MULLERS caf")] == ["Müllers Café"]
    assert [each["label"] for each in suggest("کتا")] == ["كتاب"]


def test_a_tag_that_no_visible_article_carries_is_not_suggested(suggest):
    make_article(title="Draft", tags=["Zeppelins"], live=False)

    assert suggest("zepp") == []


@pytest.mark.parametrize("prefix", ["", "  ", '"', "🎉", "\u200f"])
def test_nothing_typed_is_nothing_suggested(suggest, prefix):
    make_article(title="Ferry")

    assert suggest(prefix) == []


def test_the_number_is_bounded(suggest):
    section = make_section(title="News")
    for number in range(25):
        make_article(section=section, title=f"Ferry {number}")

    assert len(suggest("fer")) == 8
    assert len(suggest("fer", first=100)) == 20
    assert suggest("fer", first=0) == []
