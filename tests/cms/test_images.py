"""Pictures are made when an image is saved, never when it is read."""

from io import BytesIO, StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from PIL import Image as PillowImage
from wagtail.images.models import Filter

from cms.images import RATIOS, filter_specs
from cms.models import Image, Rendition
from tests.builders import make_article, make_image

pytestmark = pytest.mark.django_db

PICTURE = """{ articles { nodes { hero { image { width height colour
    rendition(crop: CARD, format: JPEG) { url width height }
    sources(crop: CARD) { mimeType srcset } } } } } }"""


@pytest.fixture
def saved(django_capture_on_commit_callbacks):
    """Save an image as the admin does: what follows the transaction follows."""

    def save(image=None, **overrides):
        with django_capture_on_commit_callbacks(execute=True):
            if image:
                image.save()
        if image is None:
            with django_capture_on_commit_callbacks(execute=True):
                image = make_image(**overrides)
        return Image.objects.get(pk=image.pk)

    return save


def halves(width, height):
    """Return a picture that is red on its left half and blue on its right."""
    picture = PillowImage.new("RGB", (width, height), "blue")
    picture.paste("red", (0, 0, width // 2, height))
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    return ContentFile(buffer.getvalue(), name="halves.png")


def answered(ask):
    return ask(PICTURE)["articles"]["nodes"][0]["hero"]["image"]


def test_a_saved_image_has_every_crop_in_every_format_and_its_colour(ask, saved):
    image = saved(pixels=(800, 600))
    make_article(hero_image=image, hero_alt="A boat")

    picture = answered(ask)

    assert {each.filter_spec for each in image.renditions.all()} == set(filter_specs())
    assert [source["mimeType"] for source in picture["sources"]] == ["image/avif", "image/webp", "image/jpeg"]
    assert all("320w" in source["srcset"] and "640w" in source["srcset"] for source in picture["sources"])
    rendition = picture["rendition"]
    assert (rendition["width"], rendition["height"]) == (640, 427)
    assert picture["colour"] == image.colour
    assert len(image.colour) == 7


def test_a_crop_keeps_the_focal_point(saved):
    image = make_image(file=halves(1200, 300), width=1200, height=300)
    image.set_focal_point(None)
    image.focal_point_x, image.focal_point_y = 1150, 150
    image.focal_point_width = image.focal_point_height = 40

    image = saved(image)

    square = image.renditions.get(filter_spec="fill-160x160|format-jpeg")
    with square.file.open() as file:
        red, _, blue = PillowImage.open(file).convert("RGB").getpixel((2, 80))
    assert blue > 200 > red


def test_a_new_focal_point_replaces_the_crops_that_the_old_one_made(saved):
    image = saved(file=halves(1200, 300), width=1200, height=300)
    before = image.renditions.get(filter_spec="fill-160x160|format-jpeg")
    image.focal_point_x, image.focal_point_y = 1150, 150
    image.focal_point_width = image.focal_point_height = 40

    image = saved(image)

    after = image.renditions.get(filter_spec="fill-160x160|format-jpeg")
    assert after.pk != before.pk
    assert not default_storage.exists(before.file.name)
    assert image.renditions.count() == len(filter_specs())


def test_a_read_that_finds_no_picture_shows_the_original_and_makes_none(ask):
    make_article(hero_image=make_image(), hero_alt="A boat")

    picture = answered(ask)

    assert picture["sources"] == []
    assert picture["rendition"]["width"] == picture["width"]
    assert picture["colour"] == ""
    assert not Rendition.objects.exists()


def test_a_command_makes_what_is_missing_and_nothing_twice():
    image, lost = make_image(), make_image()
    image.create_renditions(Filter(spec=RATIOS[0]))
    default_storage.delete(lost.file.name)
    first, second, failures = StringIO(), StringIO(), StringIO()

    call_command("make_renditions", stdout=first, stderr=failures)
    call_command("make_renditions", stdout=second, stderr=StringIO())

    assert f"Made {len(filter_specs()) - 1} renditions; 1 images cannot be read." in first.getvalue()
    assert "Made 0 renditions" in second.getvalue()
    assert f"Image {lost.pk} cannot be read" in failures.getvalue()
    assert Image.objects.get(pk=image.pk).colour
