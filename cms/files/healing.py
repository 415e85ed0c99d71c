"""Where the database and the storage say different things, and what can be put right."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core.files.storage import default_storage
from django.utils import timezone

from cms.images import make_renditions
from cms.models import Document, Image, Rendition

FOLDERS = ("documents", "images", "original_images")
# What was stored a moment ago may be of a form that is still being saved.
SETTLED = timedelta(days=1)


@dataclass
class Differences:
    """What is missing, and what is left over: names of files."""

    missing: list[str] = field(default_factory=list)
    missing_crops: list[str] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)


def differences() -> Differences:
    """Compare the database with the storage."""
    stored = {name: written for folder in FOLDERS for name, written in stored_files(folder)}
    known = {name for model in (Image, Document) for name in model.objects.values_list("file", flat=True)}
    crops = set(Rendition.objects.values_list("file", flat=True))
    settled = timezone.now() - SETTLED
    return Differences(
        missing=sorted(known - stored.keys()),
        missing_crops=sorted(crops - stored.keys()),
        left_over=sorted(
            name for name, written in stored.items() if name not in known | crops and written < settled
        ),
    )


def heal(found: Differences) -> None:
    """Make missing crops anew and delete what nothing in the database knows; originals nobody can bring back."""
    lost = Rendition.objects.filter(file__in=found.missing_crops)
    images = Image.objects.filter(pk__in=set(lost.values_list("image_id", flat=True)))
    hurt = [image for image in images if image.file.name not in found.missing]
    lost.delete()
    for image in hurt:
        make_renditions(image)
    for name in found.left_over:
        default_storage.delete(name)


def stored_files(folder: str) -> Iterator[tuple[str, datetime]]:
    """Yield the names of stored files below a folder, with the moment they were written."""
    storage: Any = default_storage
    if hasattr(storage, "names"):
        yield from storage.names(folder)
        return
    root = storage.path("")
    for place, _, names in os.walk(os.path.join(root, folder)):
        for name in names:
            path = os.path.join(place, name)
            yield os.path.relpath(path, root), datetime.fromtimestamp(os.path.getmtime(path), UTC)
