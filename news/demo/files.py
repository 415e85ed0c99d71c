"""Brings the demo's pictures and documents in, each when the first thing that shows it is made."""

from functools import cache

from django.core.files.base import ContentFile
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed

from cms.embeds import frame_html, frame_of
from cms.models import Document, Image
from news.demo.papers import csv_file, pdf_file
from news.demo.pictures import draw
from news.demo.pictures.canvas import HEIGHT, WIDTH
from news.demo.reading import content


def picture(name: str) -> Image:
    """Return the picture called `name`, drawn if it is not there yet."""
    details = content("pictures")[name]
    if found := Image.objects.filter(title=details["title"]).first():
        return found
    image = Image(
        title=details["title"],
        description=details["description"],
        caption=details["caption"],
        credit=details["credit"],
        licence="Drawn for the demo; free to use with Masthead.",
        file=ContentFile(draw(name), f"{name}.jpg"),
        width=WIDTH,
        height=HEIGHT,
    )
    if focal_point := details.get("focal_point"):
        image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = (
            focal_point
        )
    image.save()
    return image


def document(name: str) -> Document:
    """Return the document kept under a file name, written if it is not there yet."""
    details = next(details for details in content("documents") if details["file"] == name)
    if found := Document.objects.filter(title=details["title"]).first():
        return found
    text = csv_file(details["rows"]) if "rows" in details else pdf_file(details["lines"])
    new = Document(title=details["title"], file=ContentFile(text, name))
    new.file_size = len(text)
    new.save()
    return new


@cache
def embeds_by_address() -> dict[str, str]:
    """Return the titles of what the demo embeds, by address."""
    return {details["url"]: details["title"] for details in content("embeds")}


def embed(url: str) -> str:
    """Remember what stands behind an address, as if its provider had been asked; return the address."""
    title = embeds_by_address()[url]
    provider, _ = frame_of(url) or ("", "")
    details = {
        "url": url,
        "type": "video",
        "title": title,
        "provider_name": provider,
        "html": frame_html(url, title),
    }
    Embed.objects.get_or_create(hash=get_embed_hash(url), defaults=details)
    return url
