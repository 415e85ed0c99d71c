"""Reading ninjs, in the spelling of 2.x and in that of 3.x."""

import json
from datetime import UTC, datetime

import pytest

from news.choices import ArticleKind
from news.importers.items import Credit, Refused
from news.importers.ninjs import read_item
from tests.news.importers.building import FIXTURES

LEAST = {"uri": "urn:test:1", "headlines": [{"value": "Harbour reopens"}]}


def harbour(spelling):
    return read_item(json.loads((FIXTURES / f"harbour-{spelling}.json").read_text("utf-8")))


def test_both_spellings_of_a_story_are_the_same_story():
    assert harbour(2) == harbour(3)


@pytest.mark.parametrize("spelling", [2, 3])
def test_every_field_finds_its_place(spelling):
    item = harbour(spelling)

    assert (item.uri, item.version) == ("urn:newsml:wire.example:20260301:harbour", "3")
    assert (item.language, item.is_withdrawn) == ("en-GB", False)
    assert item.words.headline == "Harbour reopens after Gannet fire & flood"
    assert item.words.summary == "First boats back by seven."
    assert (item.words.dateline, item.words.kind) == ("SANDMERE", ArticleKind.ANALYSIS)
    assert item.credits.contributors == (
        Credit("Leila Noor"),
        Credit("Owen Pellick"),
        Credit("Amina Rahimi", "Photographs"),
    )
    assert item.credits.sources == ("Harbour Newswire", "Coastguard")
    assert item.subjects == ("Harbours", "harbours")
    assert item.dates.first_created == datetime(2026, 3, 1, 6, 15, tzinfo=UTC)
    assert item.dates.version_created == datetime(2026, 3, 1, 7, 40, tzinfo=UTC)
    assert item.dates.embargo_until == datetime(2026, 3, 1, 7, 0, tzinfo=UTC)
    assert [body.role for body in item.bodies] == ["text", "html"]


@pytest.mark.parametrize("spelling", [2, 3])
def test_what_finds_no_place_is_named(spelling):
    assert harbour(spelling).remarks == (
        "left out the headline “short”: Harbour open",
        "left out the people it is about: Sir Hugh Ferry",
        "left out the organisations it is about: Port Authority",
        "left out the subjects without a name: 04015000",
        "left out the places: Sandmere, Port Carrow",
    )


@pytest.mark.parametrize("spelling", [2, 3])
def test_what_the_provider_tells_editors_is_kept_for_them(spelling):
    assert harbour(spelling).notes == (
        "Note from the provider: Adds the harbour master.",
        "Urgency: 4",
        "Usage terms: No archive sales.",
    )


@pytest.mark.parametrize("spelling", [2, 3])
def test_a_picture_comes_with_its_words(spelling):
    (picture,) = harbour(spelling).pictures

    assert (picture.name, picture.caption, picture.alt) == ("quay", "The quay at dawn.", "Boats at a quay")
    assert picture.credit == "Amina Rahimi / Harbour Pictures"
    assert [rendition.is_marked for rendition in picture.renditions] == [True, False]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ([LEAST], "it holds no ninjs item but a list"),
        ("story", "it holds no ninjs item but a single value"),
        ({"$schema": "https://json-schema.org/draft/2020-12/schema", "uri": "x"}, "it is a JSON schema"),
        ({"name": "masthead", "version": "1"}, "it has no “uri”"),
        ({"uri": "urn:x", "name": "something else"}, "it has neither headline nor body"),
        ({**LEAST, "body_html": "<p>x</p>"}, "it is ninjs 1"),
        ({**LEAST, "standard": {"name": "ninjs", "version": "1.3"}}, "it is ninjs 1"),
        ({**LEAST, "type": "video"}, "its type is “video”"),
        ({**LEAST, "type": "planning"}, "its type is “planning”"),
        ({**LEAST, "pubStatus": "embargoed"}, "its “pubstatus” is none of ninjs: embargoed"),
        ({**LEAST, "headlines": "Harbour"}, "“headlines” should be a list of objects"),
        ({**LEAST, "subjects": ["Harbours"]}, "“subjects” should be a list of objects"),
        ({**LEAST, "by": ["Leila Noor"]}, "“by” should be text"),
        ({**LEAST, "standard": "ninjs"}, "“standard” should be an object"),
        ({**LEAST, "embargoedUntil": "Tuesday"}, "“embargoed” is no date: Tuesday"),
        ({**LEAST, "versioncreated": "2026-02-30T00:00:00Z"}, "“versioncreated” is no date"),
        ({**LEAST, "versioncreated": "0001-01-01T00:00:00+14:00"}, "“versioncreated” is no date"),
    ],
)
def test_what_is_no_story_is_refused_with_the_reason(data, reason):
    with pytest.raises(Refused) as refusal:
        read_item(data)

    assert str(refusal.value).startswith(reason)


def test_a_version_without_a_number_is_told_by_when_it_was_made():
    assert (
        read_item({**LEAST, "versioncreated": "2026-03-01T10:00:00+02:00"}).version
        == "2026-03-01T08:00:00+00:00"
    )
    assert read_item({**LEAST, "version": 4}).version == "4"


@pytest.mark.parametrize(
    ("fields", "provider"),
    [
        ({"copyrightholder": "TT", "uri": "http://tt.example/1"}, "TT"),
        ({"uri": "urn:newsml:dpa.example:2019:1"}, "dpa.example"),
        ({"uri": "https://www.wire.example/news/1"}, "wire.example"),
    ],
)
def test_an_item_that_names_no_author_is_its_providers(fields, provider):
    item = read_item({**LEAST, **fields})

    assert item.credits.contributors == (Credit(provider, is_organisation=True),)
    assert item.remarks == (f"names no author; its provider, {provider}, stands in the byline",)


def test_the_agency_beside_a_name_is_the_source_when_no_other_is_named():
    assert read_item({**LEAST, "by": "Leila Noor, dpa"}).credits.sources == ("dpa",)
    assert read_item(
        {**LEAST, "by": "Leila Noor, dpa", "infoSources": [{"name": "AFP"}]}
    ).credits.sources == ("AFP",)


def test_the_only_place_is_the_dateline_unless_the_story_is_merely_about_it():
    assert read_item({**LEAST, "places": [{"name": "Skien"}]}).words.dateline == "Skien"
    assert read_item({**LEAST, "places": [{"name": "Skien", "rel": "about"}]}).words.dateline == ""
    assert read_item({**LEAST, "places": [{"name": "Skien"}, {"name": "Oslo"}]}).words.dateline == ""


def test_headlines_for_machines_stay_apart():
    words = read_item(
        {
            "uri": "urn:test:1",
            "headlines": [
                {"role": "seo", "value": "Harbour fire: what we know"},
                {"role": "social", "value": "They kept the lamp lit"},
                {"role": "main", "value": " Harbour\nreopens "},
            ],
        }
    ).words

    assert words.headline == "Harbour reopens"
    assert (words.search_headline, words.social_headline) == (
        "Harbour fire: what we know",
        "They kept the lamp lit",
    )


def test_fields_that_nobody_knows_are_named():
    assert (
        "left out the fields: mood, trustindicators"
        in read_item({**LEAST, "mood": "calm", "trustIndicators": []}).remarks
    )


def test_characters_that_no_database_stores_are_left_out():
    item = read_item({"uri": "urn:test:1", "headlines": [{"value": "Har\x00bour \ud83c reopens"}]})

    assert item.words.headline == "Harbour ? reopens"
