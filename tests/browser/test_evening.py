"""An editor's evening, as she lives it: a story with a hole in it, mended, published, and announced."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from tests.builders import make_image, make_section

ARTICLE = """
query($path: String!) {
  article(path: $path) {
    title byline
    tags { name }
    hero { alt }
    body { __typename ... on ParagraphBlock { text } ... on QuoteBlock { text attribution } }
  }
}
"""
PATH = "/harbour/the-harbour-reopens/"
PUBLISHED = {
    "title": "The harbour reopens",
    "byline": "Ines Calloway",
    "tags": [{"name": "Ferries"}, {"name": "Harbour"}],
    "hero": {"alt": "Boats at a quay at dawn."},
    "body": [
        {"__typename": "ParagraphBlock", "text": "Captain Noor stated in Sandmere on Monday."},
        {
            "__typename": "QuoteBlock",
            "text": "We kept the lamp lit.",
            "attribution": "Leila Noor, harbour master",
        },
    ],
}
FLASH = "{ flash { banners { severity items { text article { title } } } } }"


def add_block(desk: Page, name: str) -> None:
    """Add a block at the end of the body, by the keyboard: open the menu, type its name, take it."""
    desk.locator("#body-root .c-sf-add-button").last.click()
    desk.get_by_role("combobox").last.press_sequentially(name)
    desk.get_by_role("option", name=re.compile(name)).first.click()


def press(desk: Page, label: str) -> None:
    """Open the menu of the form's foot and choose an action."""
    desk.locator("footer [data-w-dropdown-target=toggle]").click()
    desk.get_by_role("button", name=label, exact=True).click()


def read_once_more(desk: Page) -> None:
    """Wait until Wagtail has saved by itself what was written: a save under way would end after what is published.

    It would then be taken for one in another window, which Wagtail asks about.
    """
    with suppress(TimeoutError):
        while True:
            with desk.expect_request_finished(lambda request: request.method == "POST", timeout=3_000):
                pass


def write(desk: Page) -> None:
    """Write a story with a picture, a paragraph with a hole in it, a quotation and two tags."""
    desk.fill("#id_title", "The harbour reopens")
    desk.fill("#id_standfirst", "After nine days the boats go out again.")
    desk.get_by_role("button", name="Choose an image").first.click()
    desk.get_by_role("link", name=re.compile("Harbour at dawn")).click()
    desk.fill("#id_hero_alt", "Boats at a quay at dawn.")
    add_block(desk, "Paragraph")
    desk.locator(".public-DraftEditor-content").last.press_sequentially(
        "Captain Noor stated [WHERE] on Monday."
    )
    add_block(desk, "Quote")
    desk.get_by_label("Text*").last.fill("We kept the lamp lit.")
    desk.get_by_label("Attribution").last.fill("Leila Noor, harbour master")
    desk.get_by_role("tab", name="Where it appears").click()
    for tag in ("Harbour", "Ferries"):
        desk.locator("#id_tags + .tagit input, .tagit-new input").last.fill(tag)
        desk.keyboard.press("Enter")


def mend(desk: Page) -> None:
    """Put in what is missing, at the block that says so."""
    block = desk.locator("[data-streamfield-child]", has_text="Captain Noor")
    expect(block).to_contain_text("“[WHERE]” looks unfinished")
    paragraph = block.locator(".public-DraftEditor-content")
    paragraph.click()
    paragraph.press("Control+a")
    paragraph.press("Backspace")
    expect(paragraph).not_to_contain_text("[WHERE]")
    paragraph.press_sequentially("Captain Noor stated in Sandmere on Monday.")
    # The rich text editor hands over what was typed a quarter of a second later.
    expect(block.locator("[name=body-0-value]")).to_have_value(re.compile("Sandmere on Monday"))


@pytest.mark.django_db(transaction=True)
def test_a_story_with_a_hole_is_stopped_at_its_block_mended_published_and_announced(desk, ask, picture):
    section = make_section(title="Harbour", slug="harbour")
    make_image(title="Harbour at dawn", credit="Ines Calloway")
    desk.goto(f"/admin/pages/add/news/article/{section.pk}/")

    write(desk)
    read_once_more(desk)
    press(desk, "Publish")
    desk.wait_for_url("**/edit/?findings=1")
    picture("stopped")
    assert ask(ARTICLE, path=PATH) == {"article": None}

    mend(desk)
    press(desk, "Publish")
    expect(desk.locator(".messages")).to_contain_text("published", timeout=15_000)
    picture("published")
    assert ask(ARTICLE, path=PATH)["article"] == PUBLISHED

    desk.goto("/admin/flash-desk/")
    desk.get_by_role("link", name="Announce The harbour reopens").click()
    desk.get_by_role("button", name="Put on air").click()
    desk.wait_for_url("**/flash-desk/")
    picture("on-air")
    headline = {"text": "The harbour reopens", "article": {"title": "The harbour reopens"}}
    assert ask(FLASH)["flash"]["banners"] == [{"severity": "UPDATE", "items": [headline]}]
