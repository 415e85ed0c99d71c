"""What a query finds."""

from datetime import UTC, datetime

import pytest
from wagtail.models import Locale

from tests.builders import make_article, make_contributor, make_front_page, make_section, make_source


def paragraphs(*texts):
    return [("paragraph", f"<p>{text}</p>") for text in texts]


def test_all_words_are_needed(titles):
    make_article(title="Budget passed")
    make_article(title="Ferry late")
    make_article(title="Ferry budget")

    assert titles("ferry budget") == ["Ferry budget"]


@pytest.mark.parametrize(
    "query",
    [
        "headword",
        "standword",
        "bodyword",
        "quoteword",
        "speakerword",
        "cellword",
        "captionword",
        "boxword",
        "datelineword",
        "writerword",
        "agencyword",
        "tagword",
    ],
)
def test_every_public_text_of_an_article_is_searched(titles, query):
    make_article(
        title="Headword",
        standfirst="Standword",
        dateline="DATELINEWORD",
        contributors=[make_contributor(name="Ana Writerword")],
        sources=[make_source(name="Agencyword")],
        tags=["Tagword"],
        body=[
            *paragraphs("<b>Bodyword</b>"),
            ("quote", {"text": "Quoteword", "attribution": "Speakerword"}),
            ("fact_box", {"title": "Boxword", "body": "<p>More</p>"}),
            (
                "table",
                {
                    "columns": [{"type": "text", "heading": "Head"}],
                    "rows": [{"values": ["Cellword"]}],
                    "caption": "Captionword",
                },
            ),
        ],
    )

    assert titles(query) == ["Headword"]


def test_what_is_not_public_is_not_searched(titles):
    make_article(title="Story", editors_note="secretword", search_description="secretword", slug="secretword")

    assert titles("secretword") == []


def test_a_phrase_is_found_word_by_word_in_its_order_and_within_one_text(titles):
    make_article(title="One", body=paragraphs("the ferry subsidy is safe"))
    make_article(title="Two", body=paragraphs("the subsidy for a ferry"))
    make_article(title="Three", body=paragraphs("the ferry", "subsidy is safe"))

    assert titles('"ferry subsidy"') == ["One"]
    assert titles("ferry-subsidy") == ["One"]


def test_a_phrase_may_hold_words_that_are_too_frequent_alone(titles):
    make_article(title="Bank of England")
    make_article(title="Bank in England")

    assert titles('"bank of england"') == ["Bank of England"]


def test_a_word_may_be_excluded_and_one_of_two_may_do(titles):
    make_article(title="Ferry strike")
    make_article(title="Boat race")
    make_article(title="Ferry race")

    assert set(titles("ferry OR boat")) == {"Ferry strike", "Boat race", "Ferry race"}
    assert set(titles("ferry OR boat -strike")) == {"Boat race", "Ferry race"}
    assert set(titles("race ferry OR boat")) == {"Boat race", "Ferry race"}
    assert set(titles("-strike")) == {"Boat race", "Ferry race"}


def test_forms_of_a_word_find_one_another_in_the_language_of_the_article(titles):
    make_article(title="Elections held")
    german = Locale.objects.create(language_code="de")
    section = make_section(parent=make_front_page(), locale=german)
    make_article(section=section, title="Zwei Gebäude geräumt", locale=german)

    assert titles("election") == ["Elections held"]
    assert titles("GEBAUDEN") == ["Zwei Gebäude geräumt"]


def test_frequent_words_are_left_out_unless_there_are_no_others(titles):
    make_article(title="Budget passed")
    make_article(title="The who")

    assert titles("what is the budget") == ["Budget passed"]
    assert titles("the who") == ["The who"]


def test_arabic_letters_find_their_persian_variants_with_and_without_diacritics(titles, search):
    make_article(title="كتابٌ في مكتبةٍ", tags=["ملي"])

    found = search("کتاب")["nodes"]

    assert [hit["titleHtml"] for hit in found] == ["<mark>كتابٌ</mark> في مكتبةٍ"]
    assert titles("کِتاب فی مکتبه")
    assert titles("tag:ملی")


def test_shorthands_are_the_typed_filters(titles):
    politics = make_section(title="Politics")
    make_article(
        section=politics,
        title="One",
        tags=["Public Libraries"],
        contributors=[make_contributor(name="Ines Calloway")],
        sources=[make_source(name="TASS News Agency")],
        display_date=datetime(2024, 5, 29, tzinfo=UTC),
    )
    make_article(title="Two", display_date=datetime(2023, 1, 1, tzinfo=UTC))

    for query in (
        'tag:"public libraries"',
        "tag:public-libraries",
        "by:calloway",
        'by:"Ines Calloway"',
        "section:politics",
        "source:tass",
        "after:2024",
        "after:2024-05-29 before:2024-05-30",
        "one tag:public-libraries by:ines",
    ):
        assert titles(query) == ["One"], query
    assert titles("before:2024") == ["Two"]
    assert titles("-tag:public-libraries") == ["Two"]
    assert titles("tag:unknown") == []


def test_a_filter_combines_with_the_words(titles):
    make_article(title="Ferry news", tags=["Boats", "Sea"], kind="news")
    make_article(title="Ferry opinion", tags=["Boats"], kind="opinion")
    make_article(title="Bus news", tags=["Sea"], kind="news")

    assert titles("ferry", where={"kinds": ["NEWS"]}) == ["Ferry news"]
    assert titles("ferry", where={"tags": ["boats", "sea"], "tagMatch": "ALL"}) == ["Ferry news"]
    assert titles("", where={"tags": ["sea"]}, orderBy="OLDEST") == ["Ferry news", "Bus news"]


def test_an_empty_query_lists_by_date(titles):
    make_article(title="Old", display_date=datetime(2023, 1, 1, tzinfo=UTC))
    make_article(title="New", display_date=datetime(2024, 1, 1, tzinfo=UTC))

    assert titles("  ") == ["New", "Old"]


def test_a_sentence_finds_what_holds_most_of_it_where_nothing_holds_all(titles):
    make_article(title="Council passes budget by one vote")
    make_article(title="Council meets")

    assert titles("why did the council pass the budget yesterday evening") == [
        "Council passes budget by one vote"
    ]
    assert titles("council budget yesterday") == ["Council passes budget by one vote"]
    assert titles("budget yesterday") == []
