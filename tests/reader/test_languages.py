"""Readers of Urdu read from right to left, in their words and letters; what is of another language says so."""

import pytest
from wagtail.models import Locale

from news.models import FrontPage
from tests.builders import make_article, make_front_page, make_section


@pytest.fixture
def urdu_section(reader):
    """A section of an Urdu edition beside the English one."""
    urdu = Locale.objects.create(language_code="ur")
    front = make_front_page().copy_for_translation(urdu)
    front.title = "کوریئر"
    front.save_revision().publish()
    return make_section(
        parent=FrontPage.objects.get(locale=urdu), title="معاشرہ", slug="muashra", locale=urdu
    )


def test_a_reader_opens_an_urdu_article(open_page, urdu_section):
    make_article(
        section=urdu_section,
        title="رات کی بس",
        slug="bus",
        dateline="سینڈمیئر",
        body=[("paragraph", "<p>بس چل پڑی ہے۔</p>")],
    )
    page = open_page("/")

    page.click(".languages a[lang=ur]")
    page.wait_for_selector("html[lang=ur]")
    assert page.inner_text("h1") == "کوریئر"
    page.click("text=رات کی بس")
    page.wait_for_selector(".article")

    assert page.get_attribute("html", "dir") == "rtl"
    assert page.url.endswith("/ur/muashra/bus/")
    assert page.inner_text(".dates").startswith("اشاعت")
    assert "بس چل پڑی ہے۔" in page.inner_text(".body")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    assert page.evaluate("document.fonts.check('1rem \"Noto Nastaliq Urdu\"', 'بس')")


def test_a_story_of_another_language_says_so_where_it_is_listed(open_page, urdu_section):
    make_article(section=urdu_section, title="رات کی بس", tags=["Buses"])
    make_article(title="The night bus", tags=["Buses"])

    page = open_page("/tags/buses/")

    urdu = page.locator("article", has_text="رات کی بس")
    assert urdu.get_attribute("lang") == "ur"
    assert urdu.locator(".card-text").get_attribute("dir") == "rtl"
    assert page.locator("article", has_text="The night bus").get_attribute("lang") is None


def test_topics_and_searches_stay_in_the_readers_language(open_page, urdu_section):
    make_article(section=urdu_section, title="رات کی بس", slug="bus", tags=["Buses"])
    page = open_page("/ur/muashra/bus/")

    page.click(".topics a")
    page.wait_for_selector(".listing")
    assert page.get_attribute("html", "lang") == "ur"
    page.fill(".masthead input[type=search]", "بس")
    page.press(".masthead input[type=search]", "Enter")
    page.wait_for_selector(".search-page")

    assert page.get_attribute("html", "lang") == "ur"
    assert page.locator(".hits h2").all_inner_texts() == ["رات کی بس"]


def test_translations_lead_to_each_other(open_page, urdu_section):
    english = make_article(section=make_section(slug="community"), slug="bus", title="The night bus")
    urdu = make_article(
        section=urdu_section, slug="bus", title="رات کی بس", translation_key=english.translation_key
    )
    page = open_page("/community/bus/")

    assert page.get_attribute("link[hreflang=ur]", "href").endswith("/ur/muashra/bus/")
    page.click(".translations a")

    page.wait_for_selector(f"h1:text('{urdu.title}')")
