"""What may be uploaded is judged by what it holds, and a picture does not tell where it was taken."""

import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as PillowImage
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from cms.models import Document, Image
from cms.uploads import GPS, check_document

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def root(db):
    return Collection.get_first_root_node() or Collection.add_root(name="Root")


def packed(**files):
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def picture(kind="JPEG", size=(64, 48), place=True):
    written, drawn = BytesIO(), PillowImage.new("RGB", size, (20, 90, 140))
    exif = drawn.getexif()
    exif[0x010E] = "Harbour"
    if place:
        exif.get_ifd(GPS).update({1: "N", 2: (41.0, 18.0, 0.0), 3: "E", 4: (69.0, 16.0, 0.0)})
    drawn.save(written, kind, exif=exif)
    return written.getvalue()


GOOD = {
    "report.pdf": b"%PDF-1.7\n...",
    "notes.txt": "Zahlen für Zürich, کابل\n".encode(),
    "table.csv": b"a;b\n1;2\n",
    "letter.docx": packed(**{"[Content_Types].xml": "", "word/document.xml": ""}),
    "sheet.xlsx": packed(**{"[Content_Types].xml": "", "xl/workbook.xml": ""}),
    "letter.odt": packed(mimetype="application/vnd.oasis.opendocument.text"),
}
BAD = {
    "program.pdf": b"MZ\x90\x00",
    "page.pdf": b"<html><script>alert(1)</script>",
    "page.txt": b"  <!DOCTYPE html><script>alert(1)</script>",
    "drawing.txt": SVG,
    "script.csv": b"#!/bin/sh\nrm -rf /\n",
    "program.txt": b"\x7fELF\x02\x01\x01\x00",
    "macros.docx": packed(**{"[Content_Types].xml": "", "word/document.xml": "", "word/vbaProject.bin": "x"}),
    "archive.docx": packed(**{"evil.exe": "x"}),
    "other.xlsx": GOOD["letter.docx"],
    "broken.odt": b"PK\x03\x04broken",
    "sheet.odt": packed(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
    "drawing.svg": SVG,
    "page.html": b"<p>hello",
    "program.exe": b"MZ",
    "double.pdf.html": b"%PDF-1.7",
}


@pytest.mark.parametrize("name", GOOD)
def test_a_document_that_is_what_its_name_says_is_taken(root, name):
    Document(title="x", file=ContentFile(GOOD[name], name=name), collection=root).full_clean(exclude=["tags"])


@pytest.mark.parametrize("name", BAD)
def test_a_document_that_is_something_else_is_refused_in_the_form(root, name):
    form = get_document_form(Document)(
        {"title": "x", "collection": root.pk, "tags": ""}, {"file": SimpleUploadedFile(name, BAD[name])}
    )

    assert not form.is_valid()
    assert "file" in form.errors


def test_a_document_may_be_only_so_large(settings):
    settings.DOCUMENT_MAX_BYTES = 10

    with pytest.raises(ValidationError, match="larger"):
        check_document(ContentFile(b"%PDF-1.7 and more", name="report.pdf"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("drawing.svg", SVG),
        ("drawing.png", SVG),
        ("page.jpg", b"<html><script>alert(1)</script>"),
        ("other.png", picture("JPEG")),
        ("large.png", picture("PNG", (200, 200))),
        ("half.jpg", picture("JPEG")[:-20]),
    ],
    ids=["svg", "svg as png", "html as jpg", "jpg as png", "too many pixels", "broken off"],
)
def test_what_is_no_picture_or_too_large_is_refused(root, settings, name, data):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 150 * 150
    form = get_image_form(Image)(
        {"title": "x", "collection": root.pk, "tags": ""}, {"file": SimpleUploadedFile(name, data)}
    )

    assert not form.is_valid()
    assert "file" in form.errors


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_loses_the_place_it_was_taken_at_and_nothing_else(root, kind):
    given = picture(kind)
    with PillowImage.open(BytesIO(given)) as before:
        assert before.getexif().get_ifd(GPS)

    image = Image(title="x", file=ContentFile(given, name=f"place.{kind.lower()}"), width=64, height=48)
    image.save()

    with image.open_file() as file, PillowImage.open(file) as after:
        assert GPS not in after.getexif()
        assert after.getexif()[0x010E] == "Harbour"
        assert after.size == (64, 48)


def test_the_pixels_of_a_jpeg_stay_as_they_were(root):
    given = picture()

    image = Image(title="x", file=ContentFile(given, name="place.jpg"), width=64, height=48)
    image.save()

    with image.open_file() as file:
        kept = file.read()
    assert kept[kept.index(b"\xff\xdb") :] == given[given.index(b"\xff\xdb") :]


def test_a_picture_that_tells_no_place_is_kept_byte_for_byte(root):
    given = picture(place=False)

    image = Image(title="x", file=ContentFile(given, name="nowhere.jpg"), width=64, height=48)
    image.save()

    with image.open_file() as file:
        assert file.read() == given
