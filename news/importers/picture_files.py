"""Finds the picture files that lie beside an item, and takes them into the image library once."""

import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.files import File
from wagtail.images.fields import WagtailImageField
from wagtail.utils.file import hash_filelike

from cms.models import Image
from news.importers.items import Picture, Refused, Rendition
from news.importers.lengths import fitted


def file_name(href: str) -> str:
    """Return the last part of a file's address; empty when it has none."""
    try:
        return unquote(urlsplit(href).path).rsplit("/", 1)[-1]
    except ValueError:
        return ""


def file_beside(folder: Path, href: str) -> Path | None:
    """Return the file in a folder that an address means: by its path, if relative, or by its name."""
    is_relative = "//" not in href and ":" not in href
    for name in (unquote(href), file_name(href)) if is_relative else (file_name(href),):
        path = os.path.realpath(folder / name)
        if name and os.path.isfile(path) and Path(path).is_relative_to(os.path.realpath(folder)):
            return Path(path)
    return None


def best_file(folder: Path, renditions: Iterable[Rendition]) -> Path | None:
    """Return the widest rendition whose file is there, one without a watermark where possible."""
    ranked = sorted(renditions, key=lambda rendition: (rendition.is_marked, -rendition.width))
    return next(filter(None, (file_beside(folder, rendition.href) for rendition in ranked)), None)


def take_in(path: Path, picture: Picture) -> tuple[Image, bool]:
    """Return a file as an image of the library, and whether it is new there.

    The same file is never taken twice: the image that is there keeps the words that editors gave it.
    """
    with path.open("rb") as stream:
        fingerprint = hash_filelike(stream)
        if known := Image.objects.filter(file_hash=fingerprint).order_by("pk").first():
            return known, False
        stream.seek(0)
        file = File(stream, name=path.name)
        try:
            WagtailImageField().clean(file)
        except ValidationError as error:
            raise Refused(f"{path.name}: {' '.join(error.messages)}") from error
        file.seek(0)
        image = Image(
            file=file,
            file_size=file.size,
            file_hash=fingerprint,
            title=fitted(Image, "title", picture.title),
            caption=fitted(Image, "caption", picture.caption),
            credit=fitted(Image, "credit", picture.credit),
            licence=fitted(Image, "licence", picture.licence),
            description=fitted(Image, "description", picture.alt),
        )
        image.save()
    return image, True
