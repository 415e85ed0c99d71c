"""A reader follows what is on air: it comes, leads to its story, can be put away, and goes, all by itself."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.builders import make_article, make_banner, make_section

SECONDS = 1000


def headline(text: str, **fields) -> dict:
    """Return one headline of a banner."""
    return {"kicker": "", "text": text, "article": None, "url": "", **fields}


def shown(page) -> str:
    """Return the headline that is at the front of the ticker."""
    return page.inner_text(".slide.current .ticker-text")


def test_a_reader_follows_the_ticker_to_its_story(open_page):
    story = make_article(section=make_section(slug="politics"), slug="flood", title="River peaks")
    make_banner(headlines=[headline("Water falling", kicker="RIVER WATCH", article=story.pk)])
    page = open_page("/")
    assert page.inner_text(".slide.current .ticker-label") != ""
    assert shown(page) == "RIVER WATCH: Water falling"

    page.click(".slide.current a")

    page.wait_for_selector("h1:text('River peaks')")
    assert page.url.endswith("/politics/flood/")


def test_a_banner_appears_within_two_seconds_and_vanishes_at_its_end(open_page):
    page = open_page("/")
    starts_at = timezone.now() + timedelta(seconds=3)
    ends_at = starts_at + timedelta(seconds=4)
    make_banner(headlines=[headline("Polls have closed")], starts_at=starts_at, ends_at=ends_at)
    page.reload()
    assert page.locator("text=Polls have closed").count() == 0

    page.wait_for_selector(".slide.current >> text=Polls have closed")
    came = timezone.now() - starts_at
    page.wait_for_selector(".slide >> text=Polls have closed", state="detached")
    went = timezone.now() - ends_at

    assert timedelta() <= came < timedelta(seconds=2)
    assert timedelta() <= went < timedelta(seconds=2)


def test_what_goes_on_air_is_told_politely_and_once(open_page):
    make_banner(headlines=[headline("Water falling")])
    starts_at = timezone.now() + timedelta(seconds=3)
    make_banner(
        headlines=[headline("Polls have closed", kicker="NORTH")], label="Election", starts_at=starts_at
    )
    page = open_page("/")
    status = page.locator("body > [role=status]")
    assert status.inner_text() == ""

    expect(status).to_have_text("Election: NORTH: Polls have closed")


def test_a_banner_that_was_put_away_comes_back_when_it_is_changed(open_page):
    banner = make_banner(headlines=[headline("Water falling")])
    page = open_page("/")
    page.click("[aria-label='Dismiss this flash']")
    assert page.locator("text=Water falling").count() == 0
    page.reload()
    page.wait_for_selector("main > *", state="attached")
    assert page.locator("text=Water falling").count() == 0

    banner.label = "Again"
    banner.save_revision().publish()
    page.reload()

    page.wait_for_selector(".slide.current >> text=Water falling")


def test_the_headlines_can_be_paused_and_turned_by_hand_and_by_keyboard(open_page):
    make_banner(
        headlines=[headline("First", url="https://one.example/"), headline("Second"), headline("Third")]
    )
    page = open_page("/")
    assert shown(page) == "First"

    page.click("[aria-label='Pause the headlines']")
    assert page.evaluate("document.activeElement.ariaLabel") == "Run the headlines"
    page.click("[aria-label='Next headline']")
    assert shown(page) == "Second"
    page.focus("text=First")

    assert shown(page) == "First", "a link that has the focus comes forward"


def test_headlines_wait_for_readers_who_want_no_motion(open_page):
    make_banner(headlines=[headline("First"), headline("Second")])

    page = open_page("/", reduced_motion="reduce")

    assert page.get_attribute(".ticker-buttons button >> nth=1", "aria-label") == "Run the headlines"


def test_a_flash_for_a_section_shows_in_that_section(open_page):
    politics = make_section(title="Politics", slug="politics")
    make_article(section=politics, title="Polls open", slug="polls")
    banner = make_banner(headlines=[headline("Polls have closed")])
    banner.sections.add(politics)
    banner.save()
    page = open_page("/")
    assert page.locator("text=Polls have closed").count() == 0

    page.click("text=Polls open")

    page.wait_for_selector(".slide.current >> text=Polls have closed")


@pytest.mark.parametrize("width", [320, 1440])
def test_the_page_stays_where_it_is_when_a_flash_comes_and_goes(open_page, width):
    make_article(title="A story")
    page = open_page("/", viewport={"width": width, "height": 800})
    before = page.locator("main").bounding_box()["y"]

    make_banner(headlines=[headline("Polls have closed")])
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_selector("text=Polls have closed")

    assert page.locator("main").bounding_box()["y"] == pytest.approx(before, abs=1)
    assert re.search("flash", page.get_attribute(".ticker", "aria-label"), re.IGNORECASE)
