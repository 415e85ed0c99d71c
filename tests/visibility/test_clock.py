"""The boundary is exact: a second before, the moment itself, a second after, and nobody runs a scheduler.

The same questions are asked each time, so an answer that was kept from before would show.
"""

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from cms.previews import share, token_of
from news.models import Contributor
from tests.builders import make_article, make_banner, make_contributor, make_section

MOMENT = datetime(2031, 6, 13, 18, 0, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
AROUND = (MOMENT - SECOND, MOMENT, MOMENT + SECOND)
LONG_BEFORE, LONG_AFTER = MOMENT - timedelta(days=9), MOMENT + timedelta(days=9)

EVERYWHERE = """{
  articles { totalCount nodes { title } }
  article(path: "/city/story/") { title }
  route(path: "/city/story/") { __typename }
  section(path: "/city/") { articles { totalCount } }
  tags { totalCount nodes { name articleCount } }
  tag(slug: "harbour") { articles { totalCount } }
  contributor(slug: "amina") { name articles { totalCount } }
  search(query: "zeppelin") { totalCount facets { tags { count } } }
  suggest(prefix: "zepp") { label }
  flash { banners { label items { text article { title } } } }
}"""

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_document_for_everything(settings):
    settings.GRAPHQL_LIMITS = {"cost": 10_000}


def story(**window):
    return make_article(
        title="Zeppelin",
        slug="story",
        section=make_section(title="City", slug="city"),
        tags=["Harbour"],
        contributors=[make_contributor(name="Amina", slug="amina", first_published_at=LONG_BEFORE)],
        first_published_at=LONG_BEFORE,
        display_date=LONG_BEFORE,
        **window,
    )


def seen_around_the_moment(client, question=EVERYWHERE):
    """Return the answers just before, at and just after the moment."""
    answers = []
    for now in AROUND:
        with time_machine.travel(now, tick=False):
            body = json.dumps({"query": question})
            answers.append(client.post("/graphql/", body, content_type="application/json").json())
    return answers


def places_that_show(answer):
    """Return the parts of an answer to `EVERYWHERE` that show the story or count it."""
    data = answer["data"]
    shown = {
        "articles": data["articles"]["totalCount"],
        "article": data["article"],
        "route": (data["route"] or {}).get("__typename") == "Article",
        "section": data["section"]["articles"]["totalCount"],
        "tags": data["tags"]["totalCount"],
        "tag": data["tag"],
        "contributor": data["contributor"]["articles"]["totalCount"],
        "search": data["search"]["totalCount"],
        "facets": data["search"]["facets"]["tags"],
        "suggest": data["suggest"],
    }
    return {name for name, value in shown.items() if value}


EVERY_PLACE = {
    "articles", "article", "route", "section", "tags", "tag", "contributor", "search", "facets", "suggest",
}  # fmt: skip


def test_an_embargo_ends_at_its_second(client):
    with time_machine.travel(LONG_BEFORE, tick=False):
        story(embargo_until=MOMENT)

    before, at, after = seen_around_the_moment(client)

    assert places_that_show(before) == set()
    assert places_that_show(at) == places_that_show(after) == EVERY_PLACE


def test_a_story_expires_at_its_second(client):
    with time_machine.travel(LONG_BEFORE, tick=False):
        story(expire_at=MOMENT)

    before, at, after = seen_around_the_moment(client)

    assert places_that_show(before) == EVERY_PLACE
    assert places_that_show(at) == places_that_show(after) == set()


def test_a_section_that_expires_takes_its_stories_with_it_at_its_second(client):
    with time_machine.travel(LONG_BEFORE, tick=False):
        section = story().get_parent().specific
        section.expire_at = MOMENT
        section.save()

    question = '{ articles { totalCount } search(query: "zeppelin") { totalCount } }'
    totals = [
        (answer["data"]["articles"]["totalCount"], answer["data"]["search"]["totalCount"])
        for answer in seen_around_the_moment(client, question)
    ]

    assert totals == [(1, 1), (0, 0), (0, 0)]


@pytest.mark.parametrize(
    ("window", "shown"),
    [
        ({"starts_at": MOMENT, "ends_at": LONG_AFTER}, [0, 1, 1]),
        ({"starts_at": LONG_BEFORE, "ends_at": MOMENT}, [1, 0, 0]),
        ({"starts_at": MOMENT, "ends_at": MOMENT + SECOND}, [0, 1, 0]),
    ],
)
def test_a_banner_is_on_air_from_its_first_second_to_before_its_last(client, window, shown):
    with time_machine.travel(LONG_BEFORE, tick=False):
        make_banner(**window)

    answers = seen_around_the_moment(client, "{ flash { banners { label } } }")

    assert [len(answer["data"]["flash"]["banners"]) for answer in answers] == shown


def test_a_contributor_expires_at_their_second(client):
    with time_machine.travel(LONG_BEFORE, tick=False):
        story()
        Contributor.objects.update(expire_at=MOMENT)

    answers = seen_around_the_moment(
        client, '{ contributor(slug: "amina") { name } articles { nodes { byline } } }'
    )

    assert [bool(answer["data"]["contributor"]) for answer in answers] == [True, False, False]
    assert [answer["data"]["articles"]["nodes"][0]["byline"] for answer in answers] == ["Amina", "", ""]


def test_a_preview_ends_at_its_second(client, settings, admin_user):
    with time_machine.travel(LONG_BEFORE, tick=False):
        draft = story(live=False)
        draft.save_revision()
    with time_machine.travel(MOMENT - timedelta(seconds=settings.SHARED_PREVIEW_SECONDS), tick=False):
        token = token_of(share(draft, admin_user))

    answers = seen_around_the_moment(client, f'{{ preview(token: "{token}") {{ title }} }}')

    assert [bool((answer["data"] or {}).get("preview")) for answer in answers] == [True, False, False]
