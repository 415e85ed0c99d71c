"""Nothing that a reader types is an error."""

import pytest
from django.core.cache import cache

from search import folding, stemming
from tests.builders import make_article
from tests.slowness import least_seconds

SECONDS = 0.1
"""What an answer may take, on a machine of usual speed."""
BAD = {
    "ten thousand letters": "a" * 10_000,
    "ten thousand words": "word " * 2_000,
    "ten thousand quotation marks": '"' * 10_000,
    "ten thousand quoted words": '"a b" ' * 1_700,
    "ten thousand minuses": "-" * 10_000,
    "ten thousand alternatives": "a OR " * 2_000,
    "ten thousand joined words": "a-" * 5_000,
    "a lone quotation mark": '"',
    "an apostrophe": "'",
    "NUL": "budget\x00passed",
    "control characters": "\x01\x02\x1b[31m\x7f\x85",
    "a lone surrogate": "\ud800",
    "emoji": "🎉👩\u200d👩\u200d👧",
    "direction marks": "\u202e\u200f\u2066budget\u2069",
    "only operators": 'OR AND NOT - "" tag: by: -',
    "only stop words": "the of and to",
    "SQL": "'; DROP TABLE search_posting; --",
    "a placeholder": "%s %(a)s %% \\",
    "FTS5": 'words : ("a" NEAR/2 b*) ^c + d',
    "tsquery": "a & !b | (c <-> d):*A",
    "LIKE": "%_\\%",
    "unusual spaces": "\u00a0\u2003\u3000\ufeff",
    "unassigned": "\U000e0fff\uffff",
    "deep brackets": "(" * 5_000,
    "a huge date": "after:99999999999999999999 before:-1",
    "a shorthand for nothing": 'tag:"" by:\x00 section:/ source:%',
    "ten thousand shorthands": "tag:a " * 1_600,
    "ten thousand letters in different words": " ".join(f"word{number}" for number in range(1_100)),
}


def knowing_no_word():
    """Forget what earlier answers left: themselves, and the words in them."""
    cache.clear()
    for kept in (folding.fold, stemming.stem, stemming.stems):
        kept.cache_clear()


@pytest.mark.parametrize("query", BAD.values(), ids=BAD.keys())
def test_bad_input_gets_an_answer_or_an_empty_one(search, suggest, query):
    make_article(title="Budget passed")
    search("budget")

    assert least_seconds(lambda: search(query), bar=SECONDS, afresh=knowing_no_word) < SECONDS
    assert search(query)["totalCount"] >= 0
    assert isinstance(suggest(query), list)


def test_a_direction_mark_does_not_hide_a_word(titles):
    make_article(title="Budget passed")

    assert titles(BAD["direction marks"]) == ["Budget passed"]
