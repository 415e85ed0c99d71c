"""Builders of ninjs files, and the two ways to import them."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command
from PIL import Image as PillowImage

from news.importers.files import read_ninjs
from news.importers.importing import import_files
from news.importers.outcomes import Outcome
from news.importers.places import places_of_default_site

FIXTURES = Path(__file__).parent / "fixtures"
SHIPPED = Path(__file__).parents[4] / "shared" / "samples" / "ninjs"
"""The agencies' own sample files, which lie beside the checkout and are not ours to ship."""


def write_item(folder: Path, name: str = "item.json", **overrides: Any) -> Path:
    """Write the least that makes a story; a value of None leaves a field out."""
    item = {
        "uri": "urn:test:story",
        "type": "text",
        "version": "1",
        "versioncreated": "2026-03-01T08:00:00Z",
        "language": "en",
        "by": "Leila Noor",
        "headlines": [{"value": "Harbour reopens"}],
        "bodies": [{"contenttype": "text/html", "value": "<p>The harbour reopened at six.</p>"}],
        **overrides,
    }
    file = folder / name
    file.write_text(json.dumps({key: value for key, value in item.items() if value is not None}), "utf-8")
    return file


def html(value: str) -> list[dict[str, str]]:
    """Return the bodies of a story in HTML."""
    return [{"contenttype": "text/html", "value": value}]


def write_picture(folder: Path, name: str, colour: str = "teal") -> Path:
    """Write a small picture file."""
    PillowImage.new("RGB", (96, 64), colour).save(folder / name)
    return folder / name


def bring_in(file: Path, *, publish: bool = False, section: str = "") -> Outcome:
    """Import one file into the default site."""
    [outcome] = import_files([file], read_ninjs, places_of_default_site(section, is_published=publish))
    return outcome


def command(*paths: Path, **options: Any) -> tuple[str, str]:
    """Run the command; return what it wrote and, when it failed, its last word."""
    written = StringIO()
    try:
        call_command("import_ninjs", *paths, stdout=written, verbosity=0, **options)
    except CommandError as error:
        return written.getvalue(), str(error)
    return written.getvalue(), ""
