"""Every language of the settings: its name, its direction, and how it writes a date."""

import pytest
import time_machine
from django.conf import settings
from wagtail.models import Locale

from tests.builders import make_article, make_front_page, make_section

pytestmark = pytest.mark.django_db

DATES = {
    "en": "March 24, 2026",
    "ur": "24 مارچ، 2026",
    "ps": "2026 مارچ 24",
    "ar": "24 مارس 2026",
    "de": "24. März 2026",
    "nb": "24. mars 2026",
    "sv": "24 mars 2026",
    "zh": "2026年3月24日",
}
FROM_THE_RIGHT = {"ur", "ps", "ar"}


@pytest.fixture
def languages(front_page):
    """All languages that the settings know."""
    for code, _ in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    return [code for code, _ in settings.LANGUAGES]


@time_machine.travel("2026-03-24T12:00:00Z", tick=False)
def test_today_is_written_as_each_languages_readers_write_it(ask, languages):
    written = {
        code: ask("query ($code: String!) { site { today(locale: $code) } }", code=code)["site"]["today"]
        for code in languages
    }

    assert written == DATES


def test_each_language_has_its_own_name_and_direction(ask, languages):
    locales = {
        each["code"]: each for each in ask("{ site { locales { code name dir } } }")["site"]["locales"]
    }

    assert {code for code, each in locales.items() if each["dir"] == "RTL"} == FROM_THE_RIGHT
    assert locales["ps"]["name"] == "پښتو"
    assert locales.keys() == set(languages)


@pytest.mark.parametrize("code", sorted(FROM_THE_RIGHT))
def test_a_page_says_its_language_and_direction_and_stands_below_its_language(ask, languages, code):
    front_page = make_front_page().copy_for_translation(Locale.objects.get(language_code=code))
    front_page.save_revision().publish()
    section = make_section(parent=front_page, slug="دنیا")
    make_article(section=section, slug="خبر", title="خبر")

    article = ask(
        "query ($path: String!) { article(path: $path) { lang dir path } }", path=f"/{code}/دنیا/خبر/"
    )

    assert article["article"] == {"lang": code, "dir": "RTL", "path": f"/{code}/دنیا/خبر/"}


def test_a_translation_that_the_admin_made_is_linked_both_ways_once_it_is_published(ask, languages):
    section = make_section(slug="world")
    original = make_article(section=section, slug="ferries", title="Ferries")
    urdu = Locale.objects.get(language_code="ur")
    copies = [page.copy_for_translation(urdu) for page in (make_front_page(), section, original)]
    asked = "query ($path: String!) { article(path: $path) { translations { lang path title } } }"
    before = ask(asked, path="/world/ferries/")["article"]["translations"]
    for copy in copies:
        copy.save_revision().publish()

    after = ask(asked, path="/world/ferries/")["article"]["translations"]
    back = ask(asked, path="/ur/world/ferries/")["article"]["translations"]

    assert before == []
    assert after == [{"lang": "ur", "path": "/ur/world/ferries/", "title": "Ferries"}]
    assert back == [{"lang": "en", "path": "/world/ferries/", "title": "Ferries"}]
