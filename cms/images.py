"""The named crops of every picture, made ahead: when an image is saved, never when it is read."""

from dataclasses import dataclass
from functools import cache

from django.db import models
from PIL import Image as PillowImage
from wagtail.images.models import Filter

from cms.models import Image


class Crop(models.TextChoices):
    """The crops a front end may ask for."""

    HERO = "hero", "Across the top of a story, 16:9, up to 1280 pixels wide"
    CARD = "card", "In lists, 3:2, up to 640 pixels wide"
    SQUARE = "square", "Thumbnails, 1:1, up to 320 pixels wide"
    SOCIAL = "social", "Social networks, 1200 by 630 pixels"
    INLINE = "inline", "In the text, uncropped, up to 960 pixels wide"


class ImageFormat(models.TextChoices):
    """The file formats of renditions; JPEG is the fallback that everything reads."""

    AVIF = "avif", "AVIF, the smallest"
    WEBP = "webp", "WebP"
    JPEG = "jpeg", "JPEG, the fallback"


OPERATIONS: dict[Crop, tuple[str, ...]] = {
    Crop.HERO: ("fill-640x360", "fill-1280x720"),
    Crop.CARD: ("fill-320x213", "fill-640x427"),
    Crop.SQUARE: ("fill-160x160", "fill-320x320"),
    Crop.SOCIAL: ("fill-1200x630",),
    Crop.INLINE: ("width-480", "width-960"),
}
"""Wagtail's image operations for each crop, the narrowest first."""

RATIOS = ("fill-1280x720|format-jpeg", "fill-1200x900|format-jpeg", "fill-1200x1200|format-jpeg")
"""16:9, 4:3 and 1:1 as search engines ask for them beside a story, the widest ratio first."""


@dataclass(frozen=True, slots=True)
class Specification:
    """One rendition that every image has."""

    crop: Crop
    format: ImageFormat
    filter_spec: str


@cache
def specifications(crop: Crop | None = None) -> tuple[Specification, ...]:
    """Return what every image has, or its renditions of one crop, the narrowest first."""
    return tuple(
        Specification(each, image_format, f"{operation}|format-{image_format}")
        for each, operations in OPERATIONS.items()
        if crop in (None, each)
        for image_format in ImageFormat
        for operation in operations
    )


def filter_specs() -> list[str]:
    """Return Wagtail's names of all renditions that every image has."""
    return list(dict.fromkeys([*(each.filter_spec for each in specifications()), *RATIOS]))


def average_colour(image: Image) -> str:
    """Return an image's average colour, such as #6b7f8c."""
    with image.open_file() as file, PillowImage.open(file) as picture:
        picture.draft("RGB", (64, 64))  # a JPEG is then read at an eighth of its size
        return f"#{picture.convert('RGB').resize((1, 1), PillowImage.Resampling.BOX).tobytes().hex()}"


def make_renditions(image: Image) -> int:
    """Make every rendition of an image that is missing, drop what an earlier focal point left; return how many.

    Its colour is noted with them. Asks the database what is there: Wagtail would ask its cache first, which may
    outlive what it remembers.
    """
    wanted = {spec: Filter(spec=spec) for spec in filter_specs()}
    keys = {spec: each.get_cache_key(image) for spec, each in wanted.items()}
    made = image.renditions.filter(filter_spec__in=wanted)
    current, stale = set(), []
    for pk, spec, key in made.values_list("pk", "filter_spec", "focal_point_key"):
        current.add(spec) if key == keys[spec] else stale.append(pk)
    missing = [each for spec, each in wanted.items() if spec not in current]
    image.create_renditions(*missing)
    if missing or not image.colour:
        Image.objects.filter(pk=image.pk).update(colour=average_colour(image))
    for rendition in image.renditions.filter(pk__in=stale):
        rendition.delete()  # one by one, so that its file goes with it
    return len(missing)
