"""Where files are kept: in a folder, or in a bucket of an object storage (`s3.py`). No address leads around us."""

import os
import secrets
from typing import Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from django.utils.encoding import filepath_to_uri

TOKEN_BYTES = 16
# Django's own file fields hold a hundred characters.
NAME_CHARACTERS = 100


class FileNotStored(OSError):
    """A file could not be kept; nothing of it is left."""


def unguessable(name: str, max_length: int | None) -> str:
    """Return a name with a folder of its own that nobody can guess, so that no two files ever share a name."""
    folder, file_name = os.path.split(name)
    stem, extension = os.path.splitext(file_name)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    room = (max_length or NAME_CHARACTERS) - len(folder) - len(token) - len(extension) - 2
    return os.path.join(folder, token, stem[: max(room, 1)] + extension)


class LocalFiles(FileSystemStorage):
    """Files in a folder. A disk that fills up leaves no half of a file behind."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """Return a name that is free because nobody can have thought of it."""
        return unguessable(name, max_length)

    def url(self, name: str | None) -> str:
        """Return the address of a file. Django joins it more carefully, for names that nobody can have given."""
        return f"{self.base_url}{filepath_to_uri(name)}"

    def put(self, name: str, content: File) -> None:
        """Keep a file under the name it had, as when a backup is restored."""
        self._save(name, content)

    def _save(self, name: str, content: File) -> str:
        try:
            return super()._save(name, content)  # type: ignore[misc]
        except OSError as error:
            self._remove_half(name)
            raise FileNotStored(f"{name} could not be stored: {error}") from error

    def _remove_half(self, name: str) -> Any:
        path = self.path(name)
        if os.path.exists(path):
            os.remove(path)
        if os.path.isdir(os.path.dirname(path)) and not os.listdir(os.path.dirname(path)):
            os.rmdir(os.path.dirname(path))
