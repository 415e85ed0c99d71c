"""The demo's pictures are the same everywhere, and each is of use."""

import io
import json

import pytest
from PIL import Image

from news.demo.pictures import DRAWINGS, draw
from news.demo.reading import CONTENT, content


@pytest.mark.parametrize("name", ["harbour-dawn", "portrait-mirwais"])
def test_a_picture_is_the_same_each_time(name):
    first = draw(name)

    assert draw(name) == first
    assert Image.open(io.BytesIO(first)).size == (1600, 1067)


def test_every_drawing_is_described_and_the_other_way_round():
    assert set(DRAWINGS) == set(content("pictures"))


def test_every_drawing_is_shown_somewhere():
    shown = "".join(path.read_text() for path in CONTENT.rglob("*.json") if path.name != "pictures.json")

    assert [name for name in DRAWINGS if json.dumps(name) not in shown] == []
