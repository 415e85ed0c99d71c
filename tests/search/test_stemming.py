"""The forms of a word are found by one another, in the languages that have a stemmer."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from search.folding import fold
from search.stemming import is_stop_word, stem, stems
from search.stop_words import STOP_WORDS


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "elections", "election"),
        ("en", "running", "runs"),
        ("de", "Gebäuden", "Gebäude"),
        ("nb", "regjeringens", "regjeringen"),
        ("sv", "bilarna", "bil"),
        ("ar", "والحكومة", "الحكومة"),
        ("en-gb", "budgets", "budget"),
    ],
)
def test_forms_of_a_word_share_a_stem(language, one, other):
    assert stem(fold(one), language) == stem(fold(other), language)


def test_threads_that_stem_at_the_same_time_do_not_mix_their_words():
    words = [
        f"{beginning}{ending}" for beginning in "abcdefgh" for ending in ("ationally", "iveness", "izers")
    ]
    alone = {word: stem.__wrapped__(word, "en") for word in words}
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            together = list(threads.map(lambda word: stem.__wrapped__(word, "en"), words * 50))
    finally:
        sys.setswitchinterval(interval)

    assert together == [alone[word] for word in words * 50]


@pytest.mark.parametrize("language", ["ur", "ps", "xx"])
def test_a_language_without_a_stemmer_keeps_its_words(language):
    assert stem("elections", language) == "elections"


def test_a_word_of_a_query_stands_for_its_stems_in_all_languages_of_the_site():
    assert stems("elections", ("ur", "en")) == ("elections", "elect")


def test_arabic_words_that_only_look_like_one_with_the_article_keep_their_letters():
    assert stem("الا", "ar") == "الا"


@pytest.mark.parametrize("language", STOP_WORDS)
def test_stop_words_are_written_as_they_are_folded(language):
    assert [word for word in STOP_WORDS[language] if fold(word) != word] == []


def test_a_stop_word_of_one_language_is_a_word_in_another():
    assert is_stop_word("war", "de")
    assert not is_stop_word("war", "en")
