"""What an editor pastes from elsewhere becomes the blocks of a story, without the formatting it came with."""

import re
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from news.models import Article
from tests.builders import make_article, make_contributor, make_section

pytestmark = pytest.mark.django_db(transaction=True)

PASTED = Path(__file__).parent / "pasted"
PASTE = """([place, html, text, caret]) => {
  const stream = wagtail.editHandler.getPanelByName("body").getBoundWidget();
  const editor = stream.children[place].element.querySelector(".public-DraftEditor-content");
  editor.focus();
  if (caret) getSelection().collapse(editor.querySelector("[data-text]").firstChild, caret);
  document.dispatchEvent(new Event("selectionchange"));
  editor.dispatchEvent(new Event("select", { bubbles: true }));
  const clipboardData = new DataTransfer();
  if (html) clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", text);
  editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def story(desk) -> Article:
    """A draft with one paragraph, open in the editor's browser."""
    article = make_article(
        section=make_section(),
        contributors=[make_contributor()],
        live=False,
        body=[("paragraph", "<p>Before after.</p>")],
    )
    desk.goto(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    desk.wait_for_selector(".public-DraftEditor-content")
    return article


def paste(desk: Page, html: str = "", text: str = "words", caret: int = 0) -> None:
    """Paste into the first paragraph, at a place in its text."""
    desk.evaluate(PASTE, [0, html, text, caret])
    expect(desk.locator(".messages")).to_contain_text("Pasted as")


def saved(desk: Page, article: Article) -> list[tuple[str, object]]:
    """Save a draft; return the blocks as they are stored."""
    desk.wait_for_timeout(400)  # the rich text editor hands over what it holds a quarter of a second later
    desk.get_by_role("button", name="Save draft").click()
    desk.wait_for_load_state()
    body = Article.objects.get(pk=article.pk).get_latest_revision_as_object().body
    return [(block["type"], block["value"]) for block in body.get_prep_value()]


def test_what_is_pasted_from_word_becomes_clean_blocks(desk, story):
    paste(desk, (PASTED / "word.html").read_text())

    *texts, (_, table), urdu, after = saved(desk, story)

    quote = {"text": "We kept the lamp lit.", "attribution": "", "is_pull_quote": False, "lang": ""}
    link = '<a href="https://harbour.example/log">log</a>'
    assert [(kind, strip_keys(value)) for kind, value in texts] == [
        ("heading", {"text": "What changes", "level": "2"}),
        ("paragraph", f"The harbour <b>reopened</b> at six, the <i>Courier</i> {link} says."),
        ("paragraph", "<ul><li>Eleven crates</li><li>Two late boats</li></ul>"),
        ("quote", quote),
    ]
    assert [column["heading"] for column in table["columns"]] == ["Year", "Tonnes"]
    assert [row["values"] for row in table["rows"]] == [["2024", "1,204"]]
    assert [strip_keys(value) for _, value in (urdu, after)] == ["بندرگاہ کھل گئی۔", "Before after."]
    assert desk.evaluate("window.pasted") is None


def test_a_long_text_is_split_where_the_caret_stands_and_one_paragraph_is_not(desk, story):
    paste(desk, text="One,\nwrapped.\n\nTwo.\n\n\nThree.", caret=len("Before"))
    paste(desk, (PASTED / "google.html").read_text())
    desk.evaluate(PASTE, [0, "<p>One paragraph.</p>", "One paragraph.", 0])

    first, *others = [strip_keys(value) for _, value in saved(desk, story)]

    assert first == "One paragraph.Eleven boats <b>came back</b>."
    assert others == [
        "<i>All</i> of them.",
        "<ol><li>One</li><li>Two</li></ol>",
        "Before",
        "One, wrapped.",
        "Two.",
        "Three.",
        " after.",
    ]


def strip_keys(value):
    """Return rich text without the keys by which its paragraphs are known, and without the paragraph around it."""
    return re.sub(r' data-block-key="\w+"|</?p(?=[ >])[^>]*>', "", value) if isinstance(value, str) else value
