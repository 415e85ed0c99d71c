"""axe finds nothing to object to, on any kind of page, wide and narrow, light and dark, left to right and back."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from cms.blocks.text import TableBlock
from news.models import Correction
from tests.builders import make_article, make_banner, make_contributor, make_image, make_section
from tests.reader.test_reading import BODY

PAGES = {
    "the front page": "/",
    "a section": "/politics/",
    "a story": "/politics/budget/",
    "a topic": "/tags/budget/",
    "a writer": "/contributors/ada-quill/",
    "a search": "/search/?q=budget&tag=budget",
    "a search without results": "/search/?q=zeppelin",
    "an address where nothing is": "/nothing/",
    "a story that was taken back": "/politics/gone/",
    "a preview that ended": "/preview/#token=forged",
}
BELOW_THE_FOLD = {"the front page": ".band", "a story": ".related"}
TABLE = {
    "caption": "The plan",
    "columns": [{"type": "text", "heading": "Service"}, {"type": "number", "heading": "Cost"}],
    "rows": [{"values": ["Roads", "12.5"]}],
}


@pytest.fixture
def paper(reader):
    """A paper with one of everything."""
    politics = make_section(title="Politics", slug="politics", introduction="Who decides.")
    image = make_image()
    make_section(parent=politics, title="County", slug="county")
    pictures = [{"image": {"image": image, "alt_text": f"View {n}", "decorative": False}} for n in (1, 2)]
    story = make_article(
        section=politics,
        title="Budget passed",
        slug="budget",
        standfirst="By one vote.",
        dateline="SANDMERE",
        contributors=[make_contributor(name="Ada Quill", biography="She writes.", photo=image)],
        tags=["budget"],
        hero_image=image,
        hero_alt="The hall",
        body=[
            *BODY,
            ("table", TableBlock().to_python(TABLE)),
            ("gallery", pictures),
            ("related", [make_article(section=politics)]),
        ],
    )
    Correction.objects.create(article=story, kind="correction", text="It was 30 votes.")
    make_article(section=politics, slug="gone").unpublish()
    for number in range(14):
        make_article(section=politics, title=f"Story {number}", kind="opinion" if number % 2 else "news")
    make_banner(headlines=[{"kicker": "NORTH", "text": "Polls", "article": story.pk, "url": ""}])


def violations(page, rules: list[str]) -> list[str]:
    """Return what axe objects to, with where; all its rules are asked where none is named."""
    page.evaluate("document.fonts.ready.then(() => 0)")
    options = {"runOnly": {"type": "rule", "values": rules}} if rules else {}
    answer = Axe().run(page, options=options).response
    assert answer["passes"], "axe looked at nothing"
    found = answer["violations"]
    return [f"{each['id']}: {[node['target'] for node in each['nodes']]}" for each in found]


@pytest.mark.parametrize(("scheme", "rules"), [("light", []), ("dark", ["color-contrast"])])
def test_no_page_has_a_violation(open_page, paper, scheme, rules):
    page = open_page("/", color_scheme=scheme, reduced_motion="reduce")

    found = {}
    for name, path in PAGES.items():
        page.goto(path)
        page.wait_for_selector("main[aria-busy=false] > *", state="attached")
        if name in BELOW_THE_FOLD:
            page.wait_for_selector(BELOW_THE_FOLD[name])
        found[name] = violations(page, rules)

    assert {name: each for name, each in found.items() if each} == {}
