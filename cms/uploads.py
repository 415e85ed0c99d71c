"""What may be uploaded, judged by what a file holds and not by what it is called; and what is taken out of it.

Images are checked by Wagtail: the format must be that of the extension, and the size and number of pixels within
the settings. Wagtail believes a document's name, so documents are looked into here.
"""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from PIL import Image as PillowImage

BEGINNING = 4096
GPS = 0x8825  # the EXIF tag that leads to where a picture was taken
# Text that a browser or a shell might take for more than text.
ACTIVE = re.compile(rb"\s*(?:#!|<\?|<!|<(?:html|head|body|script|svg|iframe|object)\b)", re.IGNORECASE)
MACROS = re.compile(r"vbaproject\.bin$|/?basic/|\.(?:bin|exe|dll|js|vbs|class)$", re.IGNORECASE)
ODF = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
OOXML = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


def check_document(file: Any) -> None:
    """Raise `ValidationError` unless a document is what its name says, no larger than allowed, and inert."""
    if file.size > settings.DOCUMENT_MAX_BYTES:
        raise ValidationError(
            f"This file is larger than documents may be ({filesizeformat(settings.DOCUMENT_MAX_BYTES)})."
        )
    extension = file.name.rpartition(".")[2].lower()
    file.seek(0)
    holds = _holds_packed if extension in {*ODF, *OOXML} else _HOLDS.get(extension, _holds_nothing)
    is_right = holds(file, extension)
    file.seek(0)
    if not is_right:
        raise ValidationError(
            f"This file is no plain {extension.upper()} document. Save it anew as {extension.upper()}, without macros."
        )


def _holds_nothing(file: Any, extension: str) -> bool:
    return False


def _holds_pdf(file: Any, extension: str) -> bool:
    return file.read(BEGINNING).startswith(b"%PDF-")


def _holds_text(file: Any, extension: str) -> bool:
    beginning = file.read(BEGINNING)
    if ACTIVE.match(beginning.removeprefix(b"\xef\xbb\xbf")):
        return False
    is_utf_16 = beginning.startswith((b"\xff\xfe", b"\xfe\xff"))
    return is_utf_16 or not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", beginning)


def _holds_packed(file: Any, extension: str) -> bool:
    try:
        with zipfile.ZipFile(file) as packed:
            names = packed.namelist()
            if any(MACROS.search(name) for name in names):
                return False
            if extension in OOXML:
                return OOXML[extension] in names and "[Content_Types].xml" in names
            with packed.open("mimetype") as kind:
                return kind.read(100) == ODF[extension]
    except (zipfile.BadZipFile, KeyError, NotImplementedError, OSError, RuntimeError):
        return False


_HOLDS: dict[str, Callable[[Any, str], bool]] = {"pdf": _holds_pdf, "txt": _holds_text, "csv": _holds_text}


def without_place(data: bytes) -> bytes:
    """Return a picture without the place it was taken at; the same bytes where it tells none."""
    with PillowImage.open(BytesIO(data)) as picture:
        exif = picture.getexif()
        xmp = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
        tells_in_xmp = "GPS" in (xmp if isinstance(xmp, str) else xmp.decode("utf-8", "replace"))
        if GPS not in exif and not tells_in_xmp:
            return data
        exif.pop(GPS, None)
        if picture.format == "JPEG":
            return _jpeg_without_place(data, exif.tobytes(), keeps_xmp=not tells_in_xmp)
        kept = {} if tells_in_xmp or not xmp else {"xmp": xmp}
        exact = {"quality": 95} if picture.format == "AVIF" else {"lossless": True}
        written = BytesIO()
        picture.save(
            written, picture.format, exif=exif, icc_profile=picture.info.get("icc_profile"), save_all=True,
            **exact, **kept,
        )  # fmt: skip
    return written.getvalue()


def _jpeg_without_place(data: bytes, exif: bytes, *, keeps_xmp: bool) -> bytes:
    """Return a JPEG with other EXIF, and its picture untouched."""
    parts, at = [data[:2]], 2
    parts.append(b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif)
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        is_exif = data[at + 1] == 0xE1 and data[at + 4 : at + 10] == b"Exif\x00\x00"
        is_xmp = data[at + 1] == 0xE1 and data[at + 4 :].startswith(b"http://ns.adobe.com/")
        if not is_exif and (keeps_xmp or not is_xmp):
            parts.append(data[at:end])
        at = end
    return b"".join([*parts, data[at:]])
