"""What counts as unfinished, by a corpus of passages in four languages."""

from pathlib import Path

import pytest

from news.gate.placeholders import SiteWords, find_placeholders

CORPUS = Path(__file__).parent / "corpus"
CAUGHT = [line for file in sorted(CORPUS.glob("*-caught.tsv")) for line in file.read_text().splitlines()]
MEANT = [line for file in sorted(CORPUS.glob("*-meant.txt")) for line in file.read_text().splitlines()]


def texts(passage, **options):
    return [each.text for each in find_placeholders(passage, **options)]


def test_the_corpus_is_large_and_speaks_four_languages():
    languages = {file.name.partition("-")[0] for file in CORPUS.iterdir()}

    assert languages == {"arabic", "english", "german", "urdu"}
    assert len(set(CAUGHT)) >= 150
    assert len(set(MEANT)) >= 150


@pytest.mark.parametrize("line", CAUGHT)
def test_unfinished_work_is_caught_where_it_stands(line):
    passage, placeholder = line.split("\t")

    assert placeholder in texts(passage)


@pytest.mark.parametrize("passage", MEANT)
def test_what_is_meant_is_left_alone(passage):
    assert texts(passage) == []


def test_small_words_that_complete_a_quotation_set_apart_are_left_alone():
    words = "We met the people [who] built this [city]."

    assert texts(words, quoted=True) == []


def test_a_question_in_capitals_is_caught_in_a_quotation_set_apart():
    assert texts("We met [WHO?] at the gate.", quoted=True) == ["[WHO?]"]


def test_a_newsroom_adds_marks_of_its_own():
    words = SiteWords(unfinished=["@@", "Bild kommt"])

    assert texts("Das Tor @@ ist offen. bild kommt", words=words) == ["@@"]
    assert texts("Das Tor ist offen. Bild kommt", words=words) == ["Bild kommt"]


def test_a_newsroom_says_what_it_always_means():
    words = SiteWords(meant=["TK Elevator"])

    assert texts("TK Elevator and TK met.", words=words) == ["TK"]


def test_placeholders_come_in_order_and_one_inside_another_counts_once():
    assert texts("[name TK] said ??? and [WHERE]") == ["[name TK]", "???", "[WHERE]"]


def test_a_place_is_told_in_the_passage_as_it_was_typed():
    passage = "The mayor of ［WHERE］ left."

    placeholder = find_placeholders(passage)[0]

    assert passage[placeholder.start : placeholder.end] == placeholder.text == "［WHERE］"
