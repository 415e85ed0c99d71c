"""Addresses of files: public ones, and ones signed for a preview, which open a hidden file for a while."""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core import signing
from django.core.files.storage import Storage

SALT = "cms.files"
SIGNATURE = "signature"


def file_url(storage: Storage, name: Any, *, signed: bool = False) -> str:
    """Return the absolute address of a stored file."""
    return own_address(storage.url(str(name)), str(name), signed=signed)


def own_address(path: str, name: str, *, signed: bool) -> str:
    """Return the absolute address of a path that leads to a stored file."""
    address = settings.MEDIA_BASE_URL + path
    return with_signature(address, name) if signed else address


def with_signature(address: str, name: str) -> str:
    """Return an address that opens a file for `settings.PREVIEW_SECONDS`, whoever asks."""
    signature = signing.TimestampSigner(salt=SALT).sign(name).removeprefix(f"{name}:")
    return f"{address}?{SIGNATURE}={quote(signature)}"


def is_signed(name: str, signature: str) -> bool:
    """Return whether a signature opens a file now."""
    try:
        signing.TimestampSigner(salt=SALT).unsign(f"{name}:{signature}", max_age=settings.PREVIEW_SECONDS)
    except signing.BadSignature:
        return False
    return True
