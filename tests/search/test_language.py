"""What readers type is read as they mean it, and nothing is an error."""

from datetime import date

import pytest

from search.language import DateBound, Shorthand, Term, parse, read_date, spelt_with


def clauses(text):
    return [tuple(" ".join(term.words) for term in clause) for clause in parse(text).clauses]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("budget ferry", [("budget",), ("ferry",)]),
        ('"ferry subsidy" vote', [("ferry subsidy",), ("vote",)]),
        ("“ferry subsidy”", [("ferry subsidy",)]),
        ("«ایک دو»", [("ايك دو",)]),
        ("by-election", [("by election",)]),
        ("ferry OR boat race", [("ferry", "boat"), ("race",)]),
        ("a OR b OR c", [("a", "b", "c")]),
        ('"flood wall" OR dam', [("flood wall", "dam")]),
        ("ferry or boat", [("ferry",), ("or",), ("boat",)]),
        ("OR ferry", [("or",), ("ferry",)]),
        ("ferry OR", [("ferry",), ("or",)]),
        ("ferry OR -boat", [("ferry",), ("or",)]),
        ('budget "', [("budget",)]),
        ('"budget', [("budget",)]),
        ("budget budget", [("budget",)]),
        ("tag:", [("tag",)]),
        ("after:tomorrow", [("after",), ("tomorrow",)]),
        ("before:2024-13-40", [("before",), ("2024",), ("13",), ("40",)]),
        ("- -- -", []),
        ("NEAR(a b) * ^c {x} : title:d", [("near a",), ("b",), ("c",), ("x",), ("title d",)]),
        ("🎉", []),
        ("", []),
    ],
)
def test_words_phrases_and_alternatives(text, expected):
    assert clauses(text) == expected


def test_what_stands_behind_a_minus_is_excluded():
    assert parse('budget -football −"car park"').excluded == [
        Term(("football",)),
        Term(("car", "park"), is_quoted=True),
    ]


def test_shorthands_and_dates_are_filters():
    query = parse('tag:libraries By:"Ines Calloway" -section:sport after:2024-05 before:۲۰۲۴-۰۶-۱۳')

    assert query.shorthands == [
        Shorthand("tag", "libraries"),
        Shorthand("by", "Ines Calloway"),
        Shorthand("section", "sport", excluded=True),
    ]
    assert query.dates == [
        DateBound(before=False, date=date(2024, 5, 1)),
        DateBound(before=True, date=date(2024, 6, 13)),
    ]
    assert not query.clauses


@pytest.mark.parametrize("text", ["", "2024-13", "2024-02-30", "0000", "24-05-01", "2024-05-01-02", "May"])
def test_no_date_is_no_date(text):
    assert read_date(text) is None


def test_an_empty_query_differs_from_one_that_holds_no_words():
    assert not parse("  ").finds_nothing
    assert parse('"🎉"').finds_nothing


def test_a_long_query_is_cut():
    query = parse(" ".join(f"word{number}" for number in range(10_000)))

    assert len(query.clauses) == 100


def test_a_query_is_shown_with_a_better_spelling_in_its_own_form():
    assert spelt_with('"The Bugdet," 2024', {"bugdet": "budget"}) == '"The budget," 2024'
