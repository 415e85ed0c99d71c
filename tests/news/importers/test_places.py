"""Where items go: a section in their language."""

import pytest
from wagtail.models import Locale, Site

from news.importers.items import Refused
from news.importers.languages import content_language
from news.importers.places import NowhereToImport, places_of_default_site
from news.models import Article, FrontPage, Section
from tests.builders import make_section
from tests.news.importers.building import bring_in, write_item

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]


@pytest.mark.parametrize(
    ("told", "code"),
    [("en", "en"), ("EN-gb", "en"), ("nb-NO", "nb"), ("no", "nb"), ("ur_PK", "ur"), ("zh", "zh")],
)
def test_a_language_is_known_by_any_of_its_names(told, code):
    assert content_language(told) == code


def test_the_only_variant_that_a_site_has_stands_for_its_language(settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en-gb", "English"), ("pt-br", "Portuguese")]

    assert content_language("pt") == "pt-br"


def test_a_language_that_the_site_lacks_is_refused_by_name():
    with pytest.raises(Refused, match="its language “tlh” is none of the site's"):
        content_language("tlh")


def test_a_language_gets_its_front_page_and_section_with_its_first_item(tmp_path, front_page):
    bring_in(write_item(tmp_path, "de.json", uri="urn:test:de", language="de"), publish=True)
    bring_in(write_item(tmp_path, "en.json", uri="urn:test:en"), publish=True)
    bring_in(write_item(tmp_path, "sv.json", uri="urn:test:sv", language="sv-SE"), publish=True)
    bring_in(write_item(tmp_path, "se.json", uri="urn:test:se", language="sv"), publish=True)

    pages = FrontPage.objects.filter(translation_key=front_page.translation_key, live=True)
    sections = Section.objects.filter(live=True)
    languages = {"en", "de", "sv"}
    assert {page.locale.language_code for page in pages} == languages
    assert {section.locale.language_code for section in sections} == languages
    assert {section.title for section in sections} == {"Wire"}
    assert len({section.translation_key for section in sections}) == 1
    assert all(article.locale == article.get_parent().locale for article in Article.objects.all())


def test_an_item_without_a_language_is_in_that_of_the_front_page(tmp_path, front_page):
    bring_in(write_item(tmp_path, language=None))

    assert Article.objects.get().locale == front_page.locale


def test_an_item_in_an_unknown_language_leaves_nothing_behind(tmp_path):
    outcome = bring_in(write_item(tmp_path, language="tlh"))

    assert outcome.result == "refused"
    assert not Section.objects.exists()
    assert not Locale.objects.filter(language_code="tlh").exists()


def test_the_section_that_a_path_names_takes_the_items(tmp_path):
    local = make_section(parent=make_section(slug="politics"), slug="local")

    bring_in(write_item(tmp_path), section="/politics/local/")

    assert Article.objects.get().home_section == local


def test_items_in_another_language_go_to_the_sections_translation(tmp_path):
    politics = make_section(slug="politics")
    german = Locale.objects.create(language_code="de")
    front = politics.get_parent().specific.copy_for_translation(german)
    politik = Section(
        title="Politik", slug="politik", locale=german, translation_key=politics.translation_key
    )
    front.add_child(instance=politik)

    outcome = bring_in(write_item(tmp_path, language="de"), section="politics")
    refused = bring_in(write_item(tmp_path, "b.json", uri="urn:b", language="sv"), section="politics")

    assert outcome.result == "new"
    assert Article.objects.get().home_section == politik
    assert refused.told.startswith(f"the section “{politics.title}” has no translation into Swedish")


def test_a_path_without_a_section_stops_the_import_and_names_those_there_are():
    make_section(slug="politics")

    with pytest.raises(
        NowhereToImport, match="There is no section at /sport/. Top-level sections: /politics/."
    ):
        places_of_default_site("/sport/", is_published=False)


def test_a_section_that_editors_took_down_stays_down(tmp_path):
    bring_in(write_item(tmp_path), publish=True)
    Section.objects.get().unpublish()

    bring_in(write_item(tmp_path, "b.json", uri="urn:test:b"), publish=True)

    assert not Section.objects.get().live


def test_drafts_put_nothing_new_before_readers(tmp_path):
    bring_in(write_item(tmp_path, language="de"))

    assert not Section.objects.get().live
    assert not FrontPage.objects.get(locale__language_code="de").live


def test_publishing_later_opens_what_drafts_were_put_into(tmp_path):
    bring_in(write_item(tmp_path, language="de"))
    bring_in(write_item(tmp_path, "b.json", uri="urn:test:b", language="de"), publish=True)

    assert Section.objects.get().live
    assert FrontPage.objects.get(locale__language_code="de").live


def test_a_site_without_a_front_page_is_told_what_to_do():
    Site.objects.all().delete()

    with pytest.raises(NowhereToImport, match="load_demo"):
        places_of_default_site("", is_published=False)
