"""A reader searches the archive: words, suggestions, other spellings, and everything that narrows it down."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from cms.models import SiteSettings
from tests.builders import make_article, make_contributor, make_section


def titles(page) -> list[str]:
    """Return the headlines that were found."""
    return page.locator(".hits h2").all_inner_texts()


def search(page, words: str) -> None:
    """Search as readers do, from any page."""
    page.fill(".masthead input[type=search]", words)
    page.press(".masthead input[type=search]", "Enter")
    page.wait_for_selector(".search-page")


def test_a_reader_searches_and_narrows_by_topic(open_page):
    make_article(title="Ferry late again", tags=["Ferries"])
    make_article(title="Ferry fares rise", tags=["Ferries", "Budget"])
    make_article(title="A ferry of another kind", tags=["Culture"])
    make_article(title="Bus on time")
    page = open_page("/")

    search(page, "ferry")
    assert page.inner_text(".search-page .count") == "3 stories for “ferry”"
    assert page.locator(".hits mark").first.inner_text().lower() == "ferry"
    page.click(".narrowing a:has-text('Ferries')")
    page.wait_for_selector("text=2 stories for")
    page.click(".narrowing a:has-text('Budget')")
    page.wait_for_selector("text=1 story for")

    assert titles(page) == ["Ferry fares rise"]
    page.click("[aria-label='Remove Budget']")
    page.wait_for_selector("text=2 stories for")
    assert sorted(titles(page)) == ["Ferry fares rise", "Ferry late again"]


def test_every_other_filter_and_the_order_are_in_the_address(open_page):
    zone = ZoneInfo("Asia/Kabul")
    SiteSettings.objects.update(time_zone="Asia/Kabul")
    new_year = datetime(2025, 1, 1, 0, 30, tzinfo=zone)
    politics = make_section(title="Politics", slug="politics")
    ada = make_contributor(name="Ada Quill")
    fields = {"section": politics, "contributors": [ada], "kind": "analysis"}
    make_article(title="Ferry of the new year", display_date=new_year, **fields)
    make_article(title="Ferry of the old year", display_date=new_year - timedelta(hours=1), **fields)
    make_article(title="Ferry elsewhere", display_date=new_year)

    page = open_page("/search/?q=ferry&section=/politics/&by=ada-quill&kind=ANALYSIS&year=2025")
    assert titles(page) == ["Ferry of the new year"]
    page.click("[aria-label='Remove 2025']")
    page.wait_for_selector("text=2 stories")
    page.click(".orders >> text=Oldest")
    page.wait_for_selector(".orders [aria-current]:has-text('Oldest')")

    assert titles(page) == ["Ferry of the old year", "Ferry of the new year"]
    assert "order=OLDEST" in page.url


def test_suggestions_come_while_typing_and_are_chosen_by_keyboard(open_page):
    make_article(
        section=make_section(title="Politics", slug="politics"), title="Harbour wall", tags=["Harbours"]
    )
    page = open_page("/")
    box = page.locator(".masthead input[type=search]")

    box.press_sequentially("harb")
    page.wait_for_selector("[role=option]")
    assert box.get_attribute("aria-expanded") == "true"
    options = page.locator("[role=option]").all_inner_texts()
    assert len(options) == 2
    box.press("ArrowUp")
    assert page.get_attribute("[role=option]:last-child", "aria-selected") == "true"
    box.press("ArrowDown")
    chosen = page.inner_text("[aria-selected=true] span")
    box.press("Enter")

    page.wait_for_selector(f"h1:text('{chosen}')")
    assert page.locator("[role=option]").count() == 0


def test_escape_puts_the_suggestions_away_and_keeps_the_words(open_page):
    make_article(title="Harbour wall")
    page = open_page("/")
    box = page.locator(".masthead input[type=search]")
    box.press_sequentially("harb")
    page.wait_for_selector("[role=option]")

    box.press("Escape")

    assert page.locator("[role=option]").count() == 0
    assert box.input_value() == "harb"


def test_another_spelling_is_offered(open_page):
    for number in range(3):
        make_article(title=f"Breakwater {number}")
    page = open_page("/search/?q=braekwater")

    page.click(".did-you-mean a")

    page.wait_for_selector("text=3 stories for “breakwater”")


def test_more_results_come_below_and_nothing_is_said_to_be_nothing(open_page):
    for number in range(12):
        make_article(title=f"Ferry {number}", display_date=timezone.now() - timedelta(hours=number))
    page = open_page("/search/?q=ferry&order=NEWEST")
    assert len(titles(page)) == 10

    page.click(".more")
    page.wait_for_selector(".hits li:nth-child(12)")
    assert titles(page)[10:] == ["Ferry 10", "Ferry 11"]
    page.goto("/search/?q=zeppelin")

    page.wait_for_selector("text=Nothing was found")
