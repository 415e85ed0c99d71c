"""A newsroom with something in every feed, and feeds as readers of feeds read them."""

import feedparser
import pytest
from wagtail.models import Site

from cms.models import SiteSettings
from news.models import Correction
from tests.builders import make_article, make_contributor, make_image, make_section


@pytest.fixture
def newsroom(front_page):
    """The publication and a story in its section, with all that a feed tells."""
    SiteSettings.objects.create(
        site=Site.objects.get(is_default_site=True),
        name="The Courier",
        tagline="News from the port",
        front_end_url="https://www.courier.example",
    )
    story = make_article(
        section=make_section(title="World", slug="world", introduction="Abroad."),
        title="Ferries & tides <fast>\x08",
        slug="ferries",
        standfirst="Two votes decided it.",
        contributors=[make_contributor(name="A. Khan", slug="khan")],
        tags=["Ferries"],
        hero_image=make_image(credit="L. Noor"),
        hero_alt="Members voting",
        body=[
            ("heading", {"text": "The vote", "level": "2"}),
            ("paragraph", "<p>It was <b>close</b>.</p>"),
            ("quote", {"text": "We won.", "attribution": "The minister", "lang": "ur"}),
        ],
    )
    story.corrections = [Correction(text="It was two votes, not three.")]
    story.save()
    return story


@pytest.fixture
def read(client):
    """Fetch an address as a feed and read it the way readers of feeds do; nothing in it may be malformed."""

    def parsed(address):
        response = client.get(address)
        assert response.status_code == 200, response.content
        found = feedparser.parse(
            response.content, response_headers={"content-type": response["Content-Type"]}
        )
        assert not found.bozo, found.bozo_exception
        return found

    return parsed
