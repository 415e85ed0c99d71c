"""In which order hits come, and that a walk along the pages meets each of them once."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from django.utils import timezone

from tests.builders import make_article, make_section


def walk(search, query, meanwhile=lambda: None, **arguments):
    """Return the titles of all pages, with something happening before each next one."""
    found, after = [], None
    while True:
        page = search(query, first=3, after=after, **arguments)
        found += [hit["article"]["title"] for hit in page["nodes"]]
        if not page["pageInfo"]["hasNextPage"]:
            return found
        after = page["pageInfo"]["endCursor"]
        meanwhile()


def text(*words):
    return [("paragraph", f"<p>{' '.join(words)}</p>")]


def test_a_headline_counts_more_than_a_mention(titles):
    make_article(title="Council meets", body=text("nothing new on the ferry"))
    make_article(title="Ferry returns", body=text("it was missed"))

    assert titles("ferry") == ["Ferry returns", "Council meets"]


def test_a_rare_word_counts_more_than_a_frequent_one(titles):
    for number in range(4):
        make_article(title=f"Story {number}", body=text("harbour", "quiet", "morning"))
    make_article(title="Rare", body=text("zeppelin", "quiet", "morning"))

    assert titles("harbour OR zeppelin")[0] == "Rare"


def test_neighbours_count_more_than_words_apart(titles):
    section = make_section()
    make_article(section=section, title="Subsidy cut, ferry late", body=text("words"))
    make_article(section=section, title="Ferry subsidy cut late", body=text("words"))

    assert titles("ferry subsidy") == ["Ferry subsidy cut late", "Subsidy cut, ferry late"]


def test_recent_news_is_gently_preferred(titles, settings):
    now = timezone.now()
    make_article(title="Budget old", display_date=now - timedelta(days=900), body=text("words here"))
    make_article(title="Budget new", display_date=now, body=text("words here"))
    make_article(title="Mentions", display_date=now, body=text("a budget", "and", *["others"] * 200))

    assert titles("budget") == ["Budget new", "Budget old", "Mentions"]

    settings.SEARCH_RECENCY = (100_000, 30)

    assert titles("budget")[-1] == "Budget old"


def test_equal_hits_come_by_date_and_then_always_alike(titles):
    section = make_section()
    date = datetime(2024, 1, 1, tzinfo=UTC)
    for number in range(3):
        make_article(
            section=section, title="Same", display_date=date, body=text("words"), slug=f"same-{number}"
        )

    assert titles("same") == ["Same"] * 3
    assert titles("same", orderBy="NEWEST") == ["Same"] * 3


@pytest.mark.parametrize("order", ["RELEVANCE", "NEWEST", "OLDEST"])
def test_every_order_reaches_every_hit_once(search, order):
    section = make_section()
    for number in range(8):
        make_article(
            section=section,
            title=f"Ferry {number}",
            body=text(*["ferry"] * number, "words"),
            display_date=datetime(2024, 1, 1 + number % 3, tzinfo=UTC),
        )

    found = walk(search, "ferry", orderBy=order)

    assert sorted(found) == sorted({f"Ferry {number}" for number in range(8)})
    assert found == [hit["article"]["title"] for hit in search("ferry", orderBy=order)["nodes"]]


@pytest.mark.parametrize("order", ["RELEVANCE", "NEWEST", "OLDEST"])
@pytest.mark.parametrize(
    "query", ["ferry", "ferry OR harbour", "why does the late ferry leave harbour empty"]
)
def test_a_walk_meets_each_once_while_articles_are_published_and_unpublished(search, order, query):
    section = make_section()
    date = datetime(2024, 1, 1, tzinfo=UTC)
    staying = [
        make_article(
            section=section,
            title=f"Ferry {number}",
            body=text(*["ferry late"] * (number % 4), *["harbour"] * (number % 3), "leave"),
            display_date=date + timedelta(days=number),
        )
        for number in range(12)
    ]
    numbers = count()
    leaving = [make_article(section=section, title=f"Leaving ferry harbour late leave {n}") for n in range(6)]

    def meanwhile():
        number = next(numbers)
        if leaving:
            leaving.pop().unpublish()
        for word in ("Ferry", "Harbour", "Late leave empty ferry") if number < 6 else ():
            make_article(
                section=section, title=f"{word} new {number}", display_date=date + timedelta(days=number * 2)
            )

    found = walk(search, query, meanwhile, orderBy=order)

    assert sorted(each for each in found if each in {a.title for a in staying}) == sorted(
        a.title for a in staying
    )


def test_a_walk_keeps_to_the_spelling_it_began_with(search):
    section = make_section()
    for number in range(6):
        make_article(section=section, title=f"Zeppelin {number}")

    found = walk(search, "zepelin", lambda: make_article(section=section, title="Zepelin"))

    assert sorted(found) == [f"Zeppelin {number}" for number in range(6)]


@pytest.mark.parametrize("cursor", ["", "x", "WyJyZWxldmFuY2UiXQ", "W10"])
def test_a_cursor_of_nobody_is_refused_with_a_code(graphql, front_page, cursor):
    answer = graphql(
        'query ($after: String) { search(query: "ferry", after: $after) { totalCount } }', after=cursor
    )

    assert answer["errors"][0]["extensions"]["code"] == "BAD_CURSOR"


def test_a_cursor_of_another_query_or_order_is_refused(graphql, search):
    for number in range(5):
        make_article(title=f"Ferry {number}")
    cursor = search("ferry", first=1)["pageInfo"]["endCursor"]

    for arguments in ('query: "ferry boat"', 'query: "ferry", orderBy: NEWEST'):
        answer = graphql(
            f"query ($after: String) {{ search({arguments}, after: $after) {{ totalCount }} }}", after=cursor
        )
        assert answer["errors"][0]["extensions"]["code"] == "BAD_CURSOR", arguments
