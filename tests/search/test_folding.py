"""Words that readers take for one are one, however they are spelt."""

import pytest

from search.folding import folded_words, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ÉCOLE", "ecole"),
        ("Straße", "STRASSE"),
        ("naïve", "nai\u0308ve"),
        ("Smørrebrød", "smorrebrod"),
        ("Łódź", "lodz"),
        ("ﬁne", "fine"),
        ("ＷＩＤＥ", "wide"),
        ("O’Brien", "O'Brien"),
        ("Hale’s", "hale"),
        ("co\u00adoperate", "cooperate"),
        ("كيف", "کیف"),
        ("على", "علی"),
        ("أحمد", "احمد"),
        ("إيران", "ایران"),
        ("آزادي", "ازادی"),
        ("مدرسة", "مدرسہ"),
        ("مدرسه", "مدرسۃ"),
        ("مَدْرَسَةٌ", "مدرسة"),
        ("كـــتاب", "کتاب"),
        ("می\u200cخواهد", "میخواهد"),
        ("گئے", "گيي"),
        ("زموږ ژبې", "زموږ ژبی"),
        ("۲۰۲۴", "2024"),
        ("٢٠٢٤", "2024"),
        ("\u200fخبر\u200e", "خبر"),
    ],
)
def test_spellings_that_readers_take_for_one_fold_to_one(one, other):
    assert folded_words(one) == folded_words(other)


@pytest.mark.parametrize(
    ("one", "other"), [("پاک", "باک"), ("گل", "کل"), ("ٹماٹر", "تماتر"), ("کل", "گھر"), ("bat", "bad")]
)
def test_letters_that_make_different_words_stay_different(one, other):
    assert folded_words(one) != folded_words(other)


def test_dashes_and_typographic_quotes_part_words_like_spaces():
    assert folded_words("by-election – “north–south” …") == ["by", "election", "north", "south"]


def test_a_word_is_found_where_it_stands_in_the_original():
    text = "Die Gebäude, «مَدْرَسَة»!"

    assert [text[word.start : word.end] for word in words(text)] == ["Die", "Gebäude", "مَدْرَسَة"]


def test_vowel_signs_of_indic_scripts_are_letters():
    assert folded_words("की") != folded_words("का")


def test_chinese_characters_stand_for_themselves():
    assert folded_words("東京都2024") == ["東", "京", "都", "2024"]


@pytest.mark.parametrize("text", ["", "   ", "—", "🎉", "\u200f\u200e", "\x00\x01", "'''", "_"])
def test_what_is_no_word_folds_to_nothing(text):
    assert folded_words(text) == []


def test_a_word_without_end_is_cut():
    assert len(folded_words("x" * 10_000)[0]) == 64
