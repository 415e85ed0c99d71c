"""What docs/front-ends.md tells a stranger to paste works when it is pasted."""

import re

import pytest

from tests.builders import make_article, make_section
from tests.house.sources import ROOT

DOCUMENT = (ROOT / "docs" / "front-ends.md").read_text()
FIRST_PAGE = re.search(r"^```html\n(.*?)^```", DOCUMENT, re.DOTALL | re.MULTILINE)[1]


@pytest.mark.django_db(transaction=True)
def test_the_first_page_shows_the_news_when_it_is_saved_and_opened(live_server, browser, settings, tmp_path):
    settings.CORS_ALLOW_ALL_ORIGINS = True  # as in development
    make_article(section=make_section(title="World"), title="Budget passed")
    saved = tmp_path / "news.html"
    saved.write_text(FIRST_PAGE.replace("http://127.0.0.1:8000", live_server.url))
    page = browser.new_page()
    failures = []
    page.on("pageerror", lambda error: failures.append(error))

    page.goto(saved.as_uri())
    page.wait_for_selector("li", timeout=20_000)

    assert page.inner_text("li") == "World: Budget passed"
    assert page.inner_text("h1").startswith("Masthead, ")
    assert failures == []
