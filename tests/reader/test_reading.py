"""A reader reads the paper: front page, stories, sections, topics, writers, and addresses where nothing is."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from news.models import Correction, Tag
from tests.builders import (
    make_article,
    make_contributor,
    make_document,
    make_front_page,
    make_image,
    make_section,
    make_source,
)

BODY = [
    ("paragraph", "<p>The council met at <b>noon</b>.</p>"),
    ("heading", {"text": "What it costs", "level": "2"}),
    ("quote", {"text": "It was close.", "attribution": "A councillor", "is_pull_quote": True, "lang": ""}),
    ("fact_box", {"title": "In figures", "body": "<ul><li>30 for</li></ul>"}),
    ("embed", "https://www.youtube.com/watch?v=abcdefghijk"),
]


def status(page, address: str) -> int:
    """Return the status of an address, which is not followed where it leads elsewhere."""
    return page.request.get(address, max_redirects=0).status


def test_the_front_page_shows_the_date_the_lead_and_the_sections(open_page):
    politics = make_section(title="Politics", slug="politics")
    for number in range(9):
        make_article(section=politics, title=f"Story {number}", standfirst="What happened.")

    page = open_page("/")

    assert page.inner_text("h1") == "The Courier"
    assert page.inner_text(".masthead .date") == timezone.now().strftime("%B %-d, %Y")
    assert page.locator(".card-lead h2").count() == 1
    assert page.inner_text(".band-title") == "Politics"
    titles = page.locator("article :is(h2, h3)").all_inner_texts()
    assert sorted(titles) == sorted(set(titles)), "a story is printed once"
    assert page.title() == "The Courier"


def make_whole_story() -> None:
    """Make a story with everything that a story may have."""
    image, document = make_image(), make_document(title="The budget")
    article = make_article(
        section=make_section(title="Politics", slug="politics"),
        title="Budget passed",
        slug="budget-passed",
        dateline="SANDMERE",
        contributors=[make_contributor(name="Ada Quill"), make_contributor(name="Ben Stoor")],
        sources=[make_source(name="Harbour Wire", url="https://wire.example/")],
        tags=["Council budget"],
        hero_image=image,
        hero_alt="The county hall",
        hero_caption="The hall at noon.",
        body=[
            *BODY,
            ("document", {"document": document, "title": ""}),
            ("figure", {"image": {"image": image, "alt_text": "A desk", "decorative": False}}),
        ],
    )
    Correction.objects.create(article=article, kind="correction", text="It was 30 votes, not 31.")


def test_a_story_shows_all_that_it_is_made_of(open_page):
    make_whole_story()

    page = open_page("/politics/budget-passed/")

    assert page.inner_text("h1") == "Budget passed"
    assert page.inner_text(".bylines") == "By Ada Quill and Ben Stoor"
    assert page.inner_text(".body p >> nth=0") == "SANDMERE The council met at noon."
    assert page.inner_text(".body h2 >> nth=0") == "What it costs"
    assert page.inner_text(".quote figcaption") == "A councillor"
    assert "30 for" in page.inner_text(".fact-box")
    assert "The budget" in page.inner_text(".document")
    assert page.get_attribute(".body figure img", "alt") == "A desk"
    assert page.get_attribute(".hero img", "alt") == "The county hall"
    assert page.inner_text(".sources") == "Source: Harbour Wire"
    assert "It was 30 votes" in page.inner_text(".amendments")
    assert page.inner_text(".topics") == "Council budget"


def test_another_sites_player_is_asked_for_nothing_before_the_reader_wants_it(open_page):
    make_article(section=make_section(slug="politics"), slug="budget", body=BODY)
    page = open_page("/politics/budget/")
    assert page.locator("iframe").count() == 0

    page.route("**/*youtube*/**", lambda route: route.fulfill(body="a film"))
    page.click(".embed button")

    assert "youtube-nocookie" in page.get_attribute("iframe", "src")


def test_the_head_says_what_search_engines_and_networks_ask(open_page, reader):
    make_article(
        section=make_section(title="Politics", slug="politics"),
        title="Budget passed",
        slug="budget",
        standfirst="By one vote.",
        hero_image=make_image(),
        hero_alt="The hall",
    )

    page = open_page("/politics/budget/")

    assert page.title() == "Budget passed – The Courier"
    assert page.get_attribute("link[rel=canonical]", "href") == f"{reader}/politics/budget/"
    assert page.get_attribute("meta[name=description]", "content") == "By one vote."
    assert page.get_attribute("meta[property='og:type']", "content") == "article"
    assert page.get_attribute("meta[property='og:image']", "content").startswith("http")
    feeds = page.locator("link[type='application/rss+xml']")
    assert page.request.get(feeds.get_attribute("href")).ok
    told = json.loads(page.text_content("script[type='application/ld+json']"))
    assert "NewsArticle" in json.dumps(told)
    page.click(".menu a, .name a")
    page.wait_for_selector(".masthead.front")
    assert page.title() == "The Courier"
    assert page.locator("link[rel=canonical]").count() == 1


def test_a_section_brings_more_stories_and_the_focus_goes_on_with_them(open_page):
    politics = make_section(title="Politics", slug="politics")
    for number in range(15):
        make_article(
            section=politics, title=f"Story {number}", display_date=timezone.now() - timedelta(hours=number)
        )
    page = open_page("/politics/")
    assert page.locator(".stories h2").count() == 13

    page.click(".more")
    page.wait_for_selector(".stories li:nth-child(15)")

    assert page.evaluate("document.activeElement.textContent") == "Story 13"
    assert page.locator(".more").is_hidden()


def test_back_finds_the_page_as_it_was_left(open_page):
    politics = make_section(title="Politics", slug="politics")
    for number in range(13):
        make_article(section=politics, title=f"Story {number}", slug=f"story-{number}")
    page = open_page("/politics/")
    page.evaluate("scrollTo(0, 700)")

    page.click("text=Story 3")
    page.wait_for_selector(".article")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert page.evaluate("scrollY") == 0
    page.go_back()
    page.wait_for_selector(".stories")

    assert page.evaluate("scrollY") == 700


@pytest.mark.parametrize(
    "path", ["/", "/politics/", "/tags/budget/", "/contributors/ada/", "/search/?q=budget"]
)
def test_a_reader_can_follow_what_a_page_lists_by_its_feed(open_page, path):
    ada = make_contributor(name="Ada")
    make_article(section=make_section(slug="politics"), title="Budget", tags=["budget"], contributors=[ada])
    page = open_page(path)

    for kind in ("application/rss+xml", "application/feed+json"):
        answer = page.request.get(page.get_attribute(f"link[type='{kind}']", "href"))
        assert "Budget" in answer.text(), kind


def test_search_engines_are_led_to_the_sitemap(open_page, reader):
    make_article(section=make_section(slug="politics"), slug="budget")
    page = open_page("/")

    robots = page.request.get("/robots.txt").text()
    sitemap = page.request.get(robots.partition("Sitemap: ")[2].strip()).text()

    assert "Disallow" not in robots
    assert "/sitemaps/pages-" in sitemap


def test_a_topic_and_a_writer_have_pages(open_page):
    ada = make_contributor(name="Ada Quill", biography="She writes on ferries.")
    make_article(title="Ferry late", tags=["Ferries"], contributors=[ada])

    page = open_page(f"/tags/{Tag.objects.get().slug}/")
    assert page.inner_text("h1") == "Ferries"
    assert page.inner_text(".stories h2") == "Ferry late"

    page.goto("/contributors/ada-quill/")
    assert page.inner_text("h1") == "Ada Quill"
    assert page.inner_text(".introduction") == "She writes on ferries."
    assert page.inner_text(".count") == "1 story"


@pytest.mark.parametrize("path", ["/nothing/", "/tags/nothing/", "/contributors/nobody/", "/zz/"])
def test_where_nothing_is_the_page_and_its_status_say_so(open_page, path):
    page = open_page(path)

    assert page.inner_text("h1") == "Nothing is printed here"
    assert page.get_attribute("meta[name=robots]", "content") == "noindex"
    assert status(page, path) == 404


def test_a_story_that_was_taken_back_says_why(open_page):
    article = make_article(section=make_section(slug="politics"), slug="wrong")
    text = "The figures were of another year."
    Correction.objects.create(
        article=article, kind="retraction", text=text, published_at=article.first_published_at
    )
    article.unpublish()

    page = open_page("/politics/wrong/")

    assert page.inner_text("h1") == "Taken back"
    assert text in page.inner_text(".notice")
    assert status(page, "/politics/wrong/") == 410


def test_a_story_that_moved_is_found_where_it_is(open_page, reader):
    article = make_article(section=make_section(slug="politics"), slug="there", title="It moved")
    make_article(section=make_section(slug="sport"), body=[("paragraph", '<p><a href="/old/">Old</a></p>')])
    Redirect.objects.create(old_path="/old", redirect_page=article, is_permanent=True)
    page = open_page("/")
    assert status(page, "/old/") == 301

    page.goto("/old/")
    page.wait_for_selector(".article")
    assert page.url == f"{reader}/politics/there/"
    page.goto("/")
    page.evaluate(
        "const a = document.createElement('a'); a.href = '/old/'; document.body.append(a); a.click()"
    )
    page.wait_for_selector(".article")

    assert page.url == f"{reader}/politics/there/"


def test_without_the_newsroom_the_reader_is_told_and_may_try_again(open_page):
    make_article(section=make_section(title="Politics", slug="politics"), title="Budget passed")
    page = open_page("/")
    page.route("**/graphql/**", lambda route: route.abort())
    page.goto("/politics/", wait_until="commit")
    page.wait_for_selector("text=The newsroom cannot be reached")

    page.unroute("**/graphql/**")
    page.click("text=Try again")

    page.wait_for_selector("text=Budget passed")


def test_the_front_page_is_the_same_for_a_site_without_stories(open_page):
    make_front_page()

    page = open_page("/")

    assert page.inner_text("h1") == "The Courier"
    assert page.locator("article").count() == 0
