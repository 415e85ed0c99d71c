"""What readers must find first: queries over the demo's stories and over the agencies' samples."""

import json
import os

import pytest

from news.demo.reading import stories
from news.models import Article
from tests.builders import make_article, make_contributor, make_section
from tests.news.importers.building import SHIPPED, command

DEMO = {
    "budget vote libraries": "budget-passed",
    "ferry subsidy review": "ferry-subsidy-review",
    "night bus": "night-bus-returns",
    "flood wall river peaks": "lathe-peaks-below-wall",
    "by-election": "by-election-what-it-decides",
    "midwife": "midwife-interview",
    "credit union": "credit-union-explainer",
    "cannery closing": "cannery-to-close",
    "beavers": "beavers-thornby",
    '"wind port" jobs': "wind-port-jobs",
    "lighthouse logbooks weather": "lighthouse-logbooks",
    "planning applications backlog": "planning-backlog",
    "bell wreck museum": "ships-bell-exhibition",
    "رات كي بس": "night-bus-urdu",
    "مشاعره": "ropewalk-library-mushaira",
}
SAMPLES = {
    "elfmeter schiedsrichter": "Faktencheck Derby-Elfmeter: Hat Schiedsrichter Zwayer recht?",
    "Schiedsrichtern Derby": "Faktencheck Derby-Elfmeter: Hat Schiedsrichter Zwayer recht?",
    "google tomter skien": "Google har kjøpt giganttomt i Skien",
    "militarovning": "Militärövning i jätteformat hålls 2023",
    "militärövningar": "Militärövning i jätteformat hålls 2023",
    "cruise captain trial": "Captain of wrecked cruise ship on trial in Italy",
    "taliban relations russia": "Russia Moves to Establish “Full-Fledged” Relations with Taliban",
}
WRITTEN = {"paragraph", "heading", "quote", "fact_box", "table"}


@pytest.fixture
def demo(front_page):
    """The demo's stories as they are written, without their pictures, which take long to draw."""
    written = [story for story in stories() if not story.get("draft")]
    sections = {name: make_section(title=name) for name in {story["section"] for story in written}}
    named = {byline["contributor"] for story in written for byline in story["bylines"]}
    people = {name: make_contributor(name=name) for name in named}
    for story in written:
        make_article(
            section=sections[story["section"]],
            title=story["title"],
            slug=story["slug"],
            standfirst=story["standfirst"],
            dateline=story.get("dateline", ""),
            contributors=[people[byline["contributor"]] for byline in story["bylines"]],
            tags=story["tags"],
            body=json.dumps([block for block in story["body"] if block["type"] in WRITTEN]),
        )


def test_the_demo_is_found_by_what_readers_would_type(demo, search):
    wrong = {}
    for query, slug in DEMO.items():
        found = [edge["node"]["article"]["id"] for edge in search(query, first=3)["edges"]]
        slugs = [Article.objects.get(pk=pk).slug for pk in found]
        if slugs[:1] != [slug]:
            wrong[query] = slugs

    assert not wrong


def test_a_story_that_is_still_written_is_not_found(demo, titles):
    assert titles("hospital parking charges") == []


@pytest.mark.skipif(
    not SHIPPED.exists() and not os.environ.get("CI"), reason="the samples do not lie beside the checkout"
)
def test_the_agencies_samples_are_found_by_what_readers_would_type(front_page, titles):
    command(SHIPPED, publish=True)
    held = Article.objects.get(imported_item__uri__endswith="full-fledged-relations-taliban")
    draft = held.get_latest_revision_as_object()
    draft.body = json.loads(json.dumps(draft.body.get_prep_value()).replace("[WHERE]", "on Wednesday"))
    draft.save_revision().publish()

    assert {query: titles(query)[:1] for query in SAMPLES} == {
        query: [title] for query, title in SAMPLES.items()
    }
