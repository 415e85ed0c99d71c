"""An editor sees in the admin's preview panel what readers would see, before anything is saved."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import expect

from cms.previews import share, token_of
from tests.builders import make_article, make_banner, make_section

# What is typed before is no change to Wagtail: it notes the form two seconds after it was told how often to compare it,
# and once more when it was told anew meanwhile.
COMPARED = """{
  let waiting;
  addEventListener("w-unsaved:watch-edits", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { document.documentElement.id = "compares-forms"; }, 2500);
  });
}"""


@pytest.fixture
def editor(reader, live_server, browser):
    """A page of the admin, where an editor has signed in."""
    user = User.objects.create_superuser("editor", password="a long word of the day")
    client = Client()
    client.force_login(user)
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1500, "height": 900})
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    context.add_cookies([cookie])
    page = context.new_page()
    page.set_default_timeout(15_000)
    expect.set_options(timeout=15_000)
    yield page
    expect.set_options(timeout=5_000)
    context.close()


def test_the_preview_panel_shows_a_change_that_is_not_saved(editor, reader):
    article = make_article(title="Budget passed")
    editor.goto(f"/admin/pages/{article.pk}/edit/")
    editor.fill("[name=title]", "Budget fails by a vote")

    editor.click("[data-side-panel-toggle=preview]")

    frame = editor.frame_locator("iframe[id^=preview], iframe[title=Preview], .preview-panel iframe").first
    expect(frame.locator("h1")).to_have_text("Budget fails by a vote", timeout=15_000)
    assert "not published" in frame.locator(".preview-mark").inner_text()
    assert any(each.url.startswith(f"{reader}/preview/#token=") for each in editor.frames)
    article.refresh_from_db()
    assert article.title == "Budget passed"


def test_the_next_change_takes_the_place_of_the_one_before_at_once(editor):
    article = make_article(title="Budget passed")
    editor.add_init_script(COMPARED)
    editor.goto(f"/admin/pages/{article.pk}/edit/")
    editor.click("[data-side-panel-toggle=preview]")
    frames = editor.locator("[data-w-preview-target=iframe]")
    expect(frames.first.content_frame.locator("h1")).to_have_text("Budget passed")
    expect(editor.locator("#compares-forms")).to_be_attached(timeout=15_000)

    editor.press("[name=title]", "End")
    editor.keyboard.type(" by a vote")

    expect(frames.last.content_frame.locator("h1")).to_have_text("Budget passed by a vote")
    # Wagtail alone would show the old one for ten seconds more: see cms/static/cms/preview.js.
    expect(frames).to_have_count(1, timeout=8_000)
    expect(frames.content_frame.locator("h1")).to_have_text("Budget passed by a vote")


def test_a_banner_is_previewed_in_the_ticker(open_page):
    user = User.objects.create_superuser("editor")
    banner = make_banner(
        headlines=[{"kicker": "NORTH", "text": "Polls close", "article": None, "url": ""}], live=False
    )
    banner.save_revision()

    page = open_page(address_of(banner, user))

    assert page.inner_text(".slide.current .ticker-text") == "NORTH: Polls close"


@pytest.mark.parametrize("make", [make_article, make_section])
def test_a_shared_preview_opens_a_draft_and_stays_out_of_search_engines(open_page, make):
    draft = make(title="Not yet", live=False)
    draft.save_revision()

    page = open_page(address_of(draft, User.objects.create_superuser("editor")))

    assert page.inner_text("main h1") == "Not yet"
    assert page.get_attribute("meta[name=robots]", "content") == "noindex"
    assert page.locator("link[rel=canonical], script[type='application/ld+json']").count() == 0


def test_the_token_is_in_no_address_that_a_server_sees(open_page):
    draft = make_article(title="Not yet", live=False)
    draft.save_revision()
    address = address_of(draft, User.objects.create_superuser("editor"))
    page = open_page("/")
    asked = []
    page.on("request", lambda request: asked.append(request))

    page.goto(address)
    page.wait_for_selector("h1:text('Not yet')")

    token = address.partition("token=")[2]
    assert not [request.url for request in asked if token in request.url.partition("#")[0]]
    assert [request.method for request in asked if request.headers.get("x-preview-token") == token] == [
        "POST"
    ]


def test_a_preview_that_has_ended_says_so(open_page):
    page = open_page("/preview/#token=forged")

    assert page.inner_text("h1") == "This preview has ended"


def address_of(page, user: User) -> str:
    """Return the path of a link that an editor shares."""
    return f"/preview/#token={token_of(share(page, user))}"
