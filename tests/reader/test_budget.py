"""What a reader pays for a page: bytes of script, time until it is there, and nothing that moves under their eyes."""

import pytest

from bench.reader import visit
from tests.builders import make_article, make_banner, make_image, make_section

LARGEST_PAINT = 1_500
MOVED = 0.02
SCRIPT = 60_000
VISITS = 2


@pytest.fixture
def story(reader):
    """A paper of a few stories with pictures, and one of them."""
    image = make_image()
    politics = make_section(title="Politics", slug="politics")
    make_banner()
    for number in range(8):
        story = make_article(
            section=politics,
            slug=f"story-{number}",
            title=f"Story {number} of a long evening in the council chamber",
            standfirst="It went on until midnight, and then on.",
            hero_image=image,
            hero_alt="The chamber",
        )
    return story


@pytest.mark.parametrize("width", [390, 1440])
def test_on_a_slow_processor_a_page_is_there_soon_and_stays_where_it_is(browser, reader, story, width):
    visit(browser, reader)  # the first visit of all waits for the server to read its code

    for path in ("/", f"/politics/{story.slug}/"):
        visits = [visit(browser, reader + path, width=width, settled=900) for _ in range(VISITS)]

        # Other work on the machine only ever makes a visit longer.
        assert 0 < min(each.paint for each in visits) < LARGEST_PAINT
        assert min(each.moved for each in visits) <= MOVED
        assert 0 < visits[0].script < SCRIPT
