"""The agencies' own sample files, imported and asked for over GraphQL.

They lie beside the checkout and are not ours to ship; without them these tests only run in CI, and fail.
"""

import json
import os
import re

import pytest
from bs4 import BeautifulSoup
from django.db import transaction

from news.models import (
    Article,
    ArticleTag,
    Byline,
    Contributor,
    FrontPage,
    ImportedItem,
    Section,
    Source,
    SourceCredit,
    Tag,
)
from tests.builders import make_front_page
from tests.news.importers.building import SHIPPED, command

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not SHIPPED.exists() and not os.environ.get("CI"), reason="the samples do not lie beside the checkout"
    ),
]

ARTICLE = """query ($id: ID!) { article(id: $id) {
    title standfirst lang dateline displayDate byline
    bylines { contributor { name kind } } sources { source { name category } } tags { name }
    body {
        __typename ... on ParagraphBlock { text html } ... on QuoteBlock { text } ... on HeadingBlock { text }
    }
} }"""
ALSO_FROM_OTHER_FIELDS = {"dpa_text.json": ["dpa"], "ntb_text.json": ["NTB"], "tt_text_image_2.json": ["TT"]}
"""Sources that stand beside the author's name, or hold the copyright."""


@pytest.fixture(scope="module")
def imported(django_db_setup, django_db_blocker):
    """All the samples, published once for this module; each test works in a savepoint of its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_front_page()
        yield published()
        transaction.set_rollback(True)


def published():
    """Publish the samples; the one that a placeholder keeps from going live has it filled in first."""
    written, _ = command(SHIPPED, publish=True)
    held = Article.objects.get(imported_item__uri__endswith="full-fledged-relations-taliban")
    assert not held.live
    draft = held.get_latest_revision_as_object()
    draft.body = json.loads(json.dumps(draft.body.get_prep_value()).replace("[WHERE]", "on Wednesday"))
    draft.save_revision().publish()
    return written


def sample(name):
    return json.loads((SHIPPED / name).read_text("utf-8"))


def ask_for(ask, name):
    return ask(ARTICLE, id=ImportedItem.objects.get(uri=sample(name)["uri"]).article_id)["article"]


def words(text):
    return re.sub(r"\W+", " ", text).strip()


def paragraphs_of_html(name):
    bodies = [
        body for body in sample(name)["bodies"] if "html" in (body.get("contenttype") or body["contentType"])
    ]
    soup = BeautifulSoup(bodies[0]["value"], "html.parser")
    found = soup.find_all(["p", "blockquote"]) or [soup]
    return [words(element.get_text()).replace("WHERE", "on Wednesday") for element in found]


STORIES = {
    "businesswire-newsml-20130605006126.json": ("businesswire.com", "zh"),
    "businesswire-newsml-20130731006140.json": ("businesswire.com", "en"),
    "dpa_text.json": ("Christian Hollmann", "de"),
    "news-page.json": ("TKD Team", "en"),
    "ninjsExSimpleText_2.json": ("Paulo Santalucia and Frances d'Emilio", "en"),
    "ntb_text.json": ("NTB", "nb"),
    "tt_text_image_2.json": ("TT", "sv"),
}


def test_every_story_comes_back_as_it_was_sent(imported, ask):
    stories = {
        path.name
        for path in SHIPPED.glob("*.json")
        if sample(path.name).get("type") not in ("picture", "object")
    }
    assert stories == set(STORIES)

    for name, (byline, language) in STORIES.items():
        item, article = sample(name), ask_for(ask, name)
        sources = [source["name"] for source in item.get("infoSources", [])] or ALSO_FROM_OTHER_FIELDS.get(
            name, []
        )
        blocks = [words(block["text"]) for block in article["body"]]
        assert article["title"] == item["headlines"][0]["value"]
        assert (article["byline"], article["lang"]) == (byline, language)
        assert [credit["source"]["name"] for credit in article["sources"]] == sources
        assert sorted(tag["name"] for tag in article["tags"]) == sorted(
            each["name"] for each in item.get("subjects", [])
        )
        assert blocks == (paragraphs_of_html(name) if "bodies" in item else []), name


def test_the_sample_page_has_its_team_for_an_author_and_the_agency_for_its_source(imported, ask):
    article = ask_for(ask, "news-page.json")

    assert article["bylines"] == [{"contributor": {"name": "TKD Team", "kind": "ORGANISATION"}}]
    assert article["sources"] == [{"source": {"name": "TASS News Agency", "category": "WIRE"}}]
    assert article["displayDate"].startswith("2024-05-29T04:00:00")


def test_quotations_links_and_raised_signs_survive(imported, ask):
    quoted = ask_for(ask, "tt_text_image_2.json")["body"]
    (raised,) = ask_for(ask, "businesswire-newsml-20130731006140.json")["body"]

    assert [block["__typename"] for block in quoted] == ["ParagraphBlock", "QuoteBlock"] * 2
    assert '<a href="https://www.sydostran.se/' in quoted[0]["html"]
    assert "Applebee’s<sup>®</sup> Lunch" in raised["html"]


def test_a_summary_becomes_the_standfirst_and_the_only_place_the_dateline(imported, ask):
    article = ask_for(ask, "ntb_text.json")

    assert article["standfirst"].startswith("IT-giganten Google har kjøpt en tomt")
    assert article["dateline"] == "Telemark"


def test_pictures_without_their_files_and_schemas_are_refused_by_name(imported):
    refused = re.findall(r"/([^/]+): refused: (.+)", imported)

    assert dict(refused) == {
        "SIPA_image_2.json": "it is a picture, and its file does not lie beside it: "
        "sipa-20201027-153349-sipausa_31238900.jpg",
        "ap_image.json": "it is a picture, and its file does not lie beside it: "
        "download, preview.jpg, thumbnail.jpg",
        "ninjs-schema_2.1.json": "it is a JSON schema, not a news item",
        "ninjs-schema_3.1.json": "it is a JSON schema, not a news item",
    }


def test_the_unfinished_page_is_kept_as_a_draft_and_says_where_the_placeholder_is(imported):
    lines = imported.splitlines()
    told = next(number for number, line in enumerate(lines) if "news-page.json" in line)

    assert "news-page.json: new: a draft, “Russia Moves to Establish" in lines[told]
    assert lines[told + 1].startswith("    kept as a draft: Body › 5. Paragraph: “[WHERE]”")


def test_importing_everything_twice_leaves_the_same_counts(imported):
    models = [
        Article,
        ArticleTag,
        Byline,
        Contributor,
        FrontPage,
        ImportedItem,
        Section,
        Source,
        SourceCredit,
        Tag,
    ]
    before = [model.objects.count() for model in models]

    written, _ = command(SHIPPED, publish=True)

    assert [model.objects.count() for model in models] == before
    assert written.splitlines()[-1] == "11 files: 7 unchanged, 4 refused."
