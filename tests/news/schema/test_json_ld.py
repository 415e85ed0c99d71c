"""What search engines are told, against what schema.org and Google ask for."""

import json
from datetime import datetime

import pytest
from wagtail.images.models import Filter
from wagtail.models import Locale, Site

from cms.images import RATIOS
from cms.models import SiteSettings, SocialProfile
from news.models import Correction
from tests.builders import (
    make_article,
    make_contributor,
    make_front_page,
    make_image,
    make_section,
    make_source,
)

pytestmark = pytest.mark.django_db

# https://developers.google.com/search/docs/appearance/structured-data/article: all of these are recommended.
GOOGLE_ARTICLE = {"author", "dateModified", "datePublished", "headline", "image"}
# https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
GOOGLE_STEP = {"position", "name", "item"}


@pytest.fixture
def publication(front_page):
    """The publication, with a logo and a profile elsewhere."""
    made = SiteSettings.objects.create(
        site=Site.objects.get(is_default_site=True),
        name="The Courier",
        publisher="Courier Press",
        front_end_url="https://www.courier.example",
        logo=picture(),
    )
    SocialProfile.objects.create(settings=made, address="https://social.example/@courier")
    return made


def picture():
    """Make a picture with what search engines are shown of it."""
    made = make_image(pixels=(1600, 1200))
    made.create_renditions(*(Filter(spec=spec) for spec in RATIOS))
    return made


@pytest.fixture
def graph(ask):
    """The nodes of a page's JSON-LD, by type."""

    def of(path):
        page = ask(
            "query ($path: String!) { route(path: $path) { ... on PageInterface { seo { jsonLd } } } }",
            path=path,
        )
        found = json.loads(page["route"]["seo"]["jsonLd"])
        assert found["@context"] == "https://schema.org"
        return {node["@type"]: node for node in found["@graph"]}

    return of


@pytest.fixture
def world(publication):
    return make_section(title="World", slug="world")


@pytest.fixture
def wire_story(world):
    """A story that fills in everything there is."""
    article = make_article(
        section=make_section(parent=world, title="Asia", slug="asia"),
        title="Budget </script> passed",
        slug="budget",
        standfirst="Two votes decided it.",
        dateline="TASHKENT",
        contributors=[
            make_contributor(name="A. Khan", slug="khan"),
            make_contributor(name="Harbour Wire Desk", slug="desk", kind="organisation"),
        ],
        sources=[make_source(name="Harbour Wire", category="wire", url="https://wire.example/")],
        tags=["Budget", "Parliament"],
        hero_image=picture(),
        hero_alt="Members voting",
    )
    article.corrections = [Correction(text="It was two votes, not three.")]
    article.save()
    return article


def test_an_article_has_everything_that_google_asks_for(graph, wire_story):
    article = graph("/world/asia/budget/")["NewsArticle"]

    assert article.keys() >= GOOGLE_ARTICLE
    assert datetime.fromisoformat(article["datePublished"]).tzinfo
    assert datetime.fromisoformat(article["dateModified"]) >= datetime.fromisoformat(article["datePublished"])
    assert article["author"] == [
        {"@type": "Person", "name": "A. Khan", "url": "https://www.courier.example/contributors/khan/"},
        {
            "@type": "Organization",
            "name": "Harbour Wire Desk",
            "url": "https://www.courier.example/contributors/desk/",
        },
    ]
    assert len(article["headline"]) <= 110


def test_its_picture_comes_in_the_ratios_that_google_asks_for(graph, wire_story):
    images = graph("/world/asia/budget/")["NewsArticle"]["image"]

    assert [image["width"] / image["height"] for image in images] == pytest.approx(
        [16 / 9, 4 / 3, 1], abs=0.01
    )
    for image in images:
        assert image["@type"] == "ImageObject"
        assert image["url"].endswith((".jpg", ".jpeg"))
        assert image["width"] * image["height"] >= 50_000


def test_it_says_who_publishes_it_and_where_it_belongs(graph, wire_story):
    article = graph("/world/asia/budget/")["NewsArticle"]

    publisher = article["publisher"]
    assert (publisher["@type"], publisher["name"]) == ("NewsMediaOrganization", "Courier Press")
    assert publisher["logo"]["@type"] == "ImageObject"
    assert min(publisher["logo"]["width"], publisher["logo"]["height"]) >= 112
    assert publisher["sameAs"] == ["https://social.example/@courier"]
    assert (
        article["mainEntityOfPage"]["@id"]
        == article["url"]
        == "https://www.courier.example/world/asia/budget/"
    )
    assert article["articleSection"] == ["World", "Asia"]
    assert article["keywords"] == ["Budget", "Parliament"]
    assert article["inLanguage"] == "en"


def test_it_names_the_wire_that_it_is_based_on_and_what_was_put_right(graph, wire_story):
    article = graph("/world/asia/budget/")["NewsArticle"]

    [origin] = article["isBasedOn"]
    assert origin["publisher"]["name"] == "Harbour Wire"
    [correction] = article["correction"]
    assert (correction["@type"], correction["text"]) == ("CorrectionComment", "It was two votes, not three.")
    assert datetime.fromisoformat(correction["datePublished"]).tzinfo


def test_the_trail_leads_from_the_front_page_to_the_article(graph, wire_story):
    trail = graph("/world/asia/budget/")["BreadcrumbList"]["itemListElement"]

    assert all(step["@type"] == "ListItem" and step.keys() >= GOOGLE_STEP for step in trail)
    assert [
        (step["position"], step["item"].removeprefix("https://www.courier.example")) for step in trail
    ] == [
        (1, "/"),
        (2, "/world/"),
        (3, "/world/asia/"),
        (4, "/world/asia/budget/"),
    ]


def test_no_headline_ends_the_script_that_it_stands_in(ask, wire_story):
    text = ask('{ article(path: "/world/asia/budget/") { seo { jsonLd } } }')["article"]["seo"]["jsonLd"]

    assert "</script" not in text
    assert "Budget \\u003c/script\\u003e passed" in text


def test_a_section_and_the_front_page_are_collections(graph, wire_story):
    section = graph("/world/")
    front_page = graph("/")

    assert section["CollectionPage"]["name"] == "World"
    assert section["CollectionPage"]["isPartOf"]["url"] == "https://www.courier.example/"
    assert [step["name"] for step in section["BreadcrumbList"]["itemListElement"]] == ["The Courier", "World"]
    assert front_page.keys() == {"CollectionPage"}
    assert front_page["CollectionPage"]["publisher"]["name"] == "Courier Press"


def test_an_article_written_from_the_right_says_so_in_its_language(graph, publication):
    urdu = Locale.objects.get_or_create(language_code="ur")[0]
    front_page = make_front_page().copy_for_translation(urdu)
    front_page.save_revision().publish()
    make_article(section=make_section(parent=front_page, slug="دنیا"), slug="بجٹ", title="بجٹ منظور")

    nodes = graph("/ur/دنیا/بجٹ/")

    assert nodes["NewsArticle"]["inLanguage"] == "ur"
    assert nodes["BreadcrumbList"]["itemListElement"][0]["item"] == "https://www.courier.example/ur/"


def test_a_story_whose_writer_nobody_may_see_is_the_publications_own(graph, world):
    make_article(section=world, slug="leader").bylines.first().contributor.unpublish()

    article = graph("/world/leader/")["NewsArticle"]

    assert article["author"] == [article["publisher"]]


def test_hidden_sections_sources_and_writers_are_not_told(graph, wire_story):
    wire_story.bylines.first().contributor.unpublish()
    for credit in wire_story.source_credits.all():
        credit.source.unpublish()

    article = graph("/world/asia/budget/")["NewsArticle"]

    assert [author["name"] for author in article["author"]] == ["Harbour Wire Desk"]
    assert "isBasedOn" not in article
