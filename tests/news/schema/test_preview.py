"""What an editor may let somebody see before it is public, and what ends that."""

import json
from datetime import timedelta
from urllib.parse import unquote

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from cms.models import Preview
from cms.previews import revoke, share, token_of
from tests.builders import make_article, make_banner, make_section

pytestmark = pytest.mark.django_db

QUERY = """query ($token: String! = "") { preview(token: $token) { __typename title path
  ... on Article { standfirst byline body { __typename } section { title } related { title } tags { name }
                   otherSections { title } hero { alt } sources { url } corrections { text } seo { jsonLd } }
  ... on Section { introduction articles { totalCount } sections { title } parent { title } }
  ... on FrontPage { lead { title } sections { title } } } }"""


@pytest.fixture
def editor(db):
    return get_user_model().objects.create_superuser("editor", "editor@courier.example", "a long password")


@pytest.fixture
def desk(editor):
    """A browser in which the editor is logged in."""
    client = Client()
    client.force_login(editor)
    return client


@pytest.fixture
def draft():
    article = make_article(title="Public headline", slug="story", tags=["Harbour"])
    article.title = "Unpublished headline"
    article.save_revision()
    return article


def opened_in_panel(desk, page):
    """Open the preview of a page's latest state in the editor's session; return its token."""
    request = desk.get("/admin/account/").wsgi_request
    response = page.get_latest_revision_as_object().make_preview_request(request, "")
    assert response.status_code == 302, response.content
    address, _, token = response["Location"].partition("#token=")
    assert address == "http://127.0.0.1:3000/preview/"
    return unquote(token)


def code(answer):
    return answer["errors"][0]["extensions"]["code"]


def test_the_panel_shows_what_is_not_published_yet(desk, draft, ask):
    page = ask(QUERY, token=opened_in_panel(desk, draft))["preview"]

    assert page["title"] == "Unpublished headline"
    assert page["path"].endswith("/story/")
    assert page["tags"] == [{"name": "Harbour"}]
    assert page["byline"].startswith("Writer")


def test_a_draft_in_a_hidden_section_can_be_previewed_and_opens_nothing_else(desk, ask):
    hidden = make_section(title="Secret plans", live=False)
    draft = make_article(section=hidden, live=False)
    make_article(section=hidden, title="Another secret")

    page = ask(QUERY, token=opened_in_panel(desk, draft))["preview"]

    assert page["title"] == draft.title
    assert page["related"] == []


def test_an_empty_draft_does_not_break_its_preview(desk, ask):
    draft = make_article(live=False, contributors=[], body=[])
    draft.standfirst = ""
    draft.save_revision()

    page = ask(QUERY, token=opened_in_panel(desk, draft))["preview"]

    assert (page["byline"], page["body"]) == ("", [])


@pytest.mark.parametrize("title", ["Section", "FrontPage"])
def test_sections_and_front_pages_can_be_previewed(desk, ask, title):
    section = make_section()
    page = section if title == "Section" else section.get_parent().specific
    page.title = "New name"
    page.save_revision()

    assert ask(QUERY, token=opened_in_panel(desk, page))["preview"]["title"] == "New name"


def test_a_banner_can_be_previewed(desk, ask):
    banner = make_banner(live=False, label="News Flash")
    query = """query ($token: String!) { previewBanner(token: $token) { label items { text } } }"""

    shown = ask(query, token=opened_in_panel(desk, banner))["previewBanner"]

    assert shown["label"] == "News Flash"
    assert len(shown["items"]) == 1


def test_a_preview_is_kept_out_of_every_cache(desk, draft, client):
    body = json.dumps({"query": QUERY})
    headers = {"X-Preview-Token": opened_in_panel(desk, draft)}

    response = client.post("/graphql/", body, content_type="application/json", headers=headers)

    assert response.json()["data"]["preview"]["title"] == "Unpublished headline"
    assert response["Cache-Control"] == "private, no-store"


def test_a_token_in_an_address_opens_nothing(desk, draft, client):
    query = '{ preview(token: "TOKEN") { title } }'.replace("TOKEN", opened_in_panel(desk, draft))

    assert code(client.get("/graphql/", {"query": query}).json()) == "PREVIEW_REFUSED"


def test_publishing_ends_a_preview(desk, draft, graphql):
    token = opened_in_panel(desk, draft)

    Page.objects.get(pk=draft.pk).specific.get_latest_revision().publish()

    assert code(graphql(QUERY, token=token)) == "PREVIEW_REFUSED"


def test_logging_out_ends_a_preview(desk, draft, graphql):
    token = opened_in_panel(desk, draft)

    desk.post("/admin/logout/")

    assert code(graphql(QUERY, token=token)) == "PREVIEW_REFUSED"


def test_a_preview_ends_after_an_hour(desk, draft, graphql):
    with time_machine.travel(timezone.now() - timedelta(seconds=3601)):
        token = opened_in_panel(desk, draft)

    assert code(graphql(QUERY, token=token)) == "PREVIEW_REFUSED"


def test_a_shared_link_outlives_the_session_until_it_is_revoked(desk, draft, editor, graphql):
    preview = share(draft, editor)
    desk.post("/admin/logout/")

    assert graphql(QUERY, token=token_of(preview))["data"]["preview"]["title"] == "Unpublished headline"

    revoke(preview, editor)
    assert code(graphql(QUERY, token=token_of(preview))) == "PREVIEW_REFUSED"


def test_all_refusals_read_the_same(desk, draft, editor, graphql):
    used_up = token_of(share(draft, editor))
    Preview.objects.all().delete()
    tokens = ["", "nonsense", used_up, used_up[:-2] + "xx", "a:b:c"]

    answers = [graphql(QUERY, token=token) for token in tokens]

    assert len({json.dumps(answer["errors"][0]["message"]) for answer in answers}) == 1
    assert {code(answer) for answer in answers} == {"PREVIEW_REFUSED"}


def test_an_editor_shares_a_preview_and_takes_it_back(desk, draft, graphql):
    address = f"/admin/pages/{draft.pk}/shared-previews/"

    page = desk.post(address, follow=True).content.decode()
    preview = Preview.objects.get(page_id=draft.pk)
    opened = graphql(QUERY, token=token_of(preview))
    desk.post(address, {"revoke": str(preview.pk)})

    assert "#token=" in page
    assert opened["data"]["preview"]["title"] == "Unpublished headline"
    assert code(graphql(QUERY, token=token_of(preview))) == "PREVIEW_REFUSED"


def test_who_may_not_edit_a_page_cannot_share_it(draft):
    stranger = Client()
    stranger.force_login(get_user_model().objects.create_user("stranger"))

    response = stranger.post(f"/admin/pages/{draft.pk}/shared-previews/")

    assert response.status_code in (302, 403)
    assert not Preview.objects.exists()
