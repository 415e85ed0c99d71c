"""What readers' front ends are told of articles."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.builders import make_article, make_contributor, make_image, make_section, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def budget():
    """An article that fills in everything an editor can."""
    return make_article(
        section=make_section(title="World", slug="world"),
        title="Budget passed",
        slug="budget-passed",
        standfirst="Two votes decided it.",
        dateline="TASHKENT",
        contributors=[make_contributor(name="A. Khan"), make_contributor(name="B. Noor")],
        sources=[make_source(name="Harbour Wire", category="wire")],
        tags=["Budget", "Parliament"],
        hero_image=make_image(credit="L. Noor"),
        hero_alt="Members voting",
        body=[
            ("heading", {"text": "The vote", "level": "2"}),
            ("paragraph", "<p>It was <b>close</b>.</p>"),
            ("quote", {"text": "We won.", "attribution": "The minister", "lang": "ur"}),
        ],
    )


def test_an_article_comes_with_all_that_stands_above_its_text(ask, budget):
    article = ask(
        """{ article(path: "/world/budget-passed/") {
            title path url lang dir kind standfirst dateline byline
            bylines { role contributor { name kind } }
            sources { source { name category } }
            tags { name }
            section { title path parent { id } }
            hero { alt isDecorative credit image { width rendition(crop: CARD) { url } } }
        } }"""
    )["article"]

    assert article["url"].endswith(article["path"])
    assert (article["lang"], article["dir"], article["kind"]) == ("en", "LTR", "NEWS")
    assert (article["dateline"], article["byline"]) == ("TASHKENT", "A. Khan and B. Noor")
    assert article["bylines"][0] == {"role": "", "contributor": {"name": "A. Khan", "kind": "PERSON"}}
    assert article["sources"] == [{"source": {"name": "Harbour Wire", "category": "WIRE"}}]
    assert [tag["name"] for tag in article["tags"]] == ["Budget", "Parliament"]
    assert article["section"] == {"title": "World", "path": "/world/", "parent": None}
    assert (article["hero"]["alt"], article["hero"]["credit"]) == ("Members voting", "L. Noor")


def test_a_body_comes_block_by_block(ask, budget):
    article = ask(
        """{ article(path: "/world/budget-passed/") {
            wordCount readingMinutes plainText
            body { __typename id ... on HeadingBlock { text level anchor } ... on ParagraphBlock { html text }
                   ... on QuoteBlock { text attribution lang dir } }
        } }"""
    )["article"]

    heading, paragraph, quote = article["body"]
    assert (heading["__typename"], heading["level"], heading["anchor"]) == ("HeadingBlock", 2, "the-vote")
    assert (paragraph["html"], paragraph["text"]) == ("<p>It was <b>close</b>.</p>", "It was close.")
    assert (quote["attribution"], quote["lang"], quote["dir"]) == ("The minister", "ur", "RTL")
    assert article["plainText"] == "The vote\nIt was close.\nWe won. The minister"
    assert (article["wordCount"], article["readingMinutes"]) == (9, 1)


def test_a_list_pages_on_without_repeating_or_dropping_while_articles_come_in(ask):
    section = make_section()
    now = timezone.now()
    for hours in range(5):
        make_article(section=section, title=f"Story {hours}", display_date=now - timedelta(hours=hours))
    query = """query ($after: String) {
        articles(first: 2, after: $after) {
            nodes { title } pageInfo { hasNextPage endCursor } totalCount } }"""

    first = ask(query)["articles"]
    make_article(section=section, title="Story in between", display_date=now + timedelta(minutes=1))
    second = ask(query, after=first["pageInfo"]["endCursor"])["articles"]

    assert first["totalCount"] == 5
    assert [node["title"] for node in first["nodes"]] == ["Story 0", "Story 1"]
    assert [node["title"] for node in second["nodes"]] == ["Story 2", "Story 3"]
    assert second["pageInfo"]["hasNextPage"] is True


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("first: -1", "BAD_FIRST"),
        ("first: 101", "LIMIT_EXCEEDED"),
        ('after: "nonsense"', "BAD_CURSOR"),
        ('after: "WyJvbGRlc3QiLDFd"', "BAD_CURSOR"),
    ],
)
def test_a_list_that_cannot_be_given_says_what_to_send(graphql, front_page, arguments, code):
    answer = graphql("{ articles(ARGUMENTS) { nodes { id } } }".replace("ARGUMENTS", arguments))

    assert answer["errors"][0]["extensions"]["code"] == code
