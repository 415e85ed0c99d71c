"""Files in a bucket that only we may read. Named by `settings/storages.py` where a bucket is set."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files.base import File
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

from cms.files.storage import FileNotStored, unguessable

# By how they are opened: Wagtail puts a storage together for each file that it deletes, and opening takes longer
# than all else.
_connections: dict[str, threading.local] = {}


class StorageAway(OSError):
    """The object storage does not answer, or answers nonsense, after several tries."""


class S3Files(S3Storage):
    """Files in a private bucket, fetched through our own addresses: `cms.files.views` decides who may."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.client_config: Config
        patience = Config(
            retries={"mode": "standard", "total_max_attempts": 3}, connect_timeout=2, read_timeout=10
        )
        self.client_config = self.client_config.merge(patience)
        how = repr(sorted({**settings, "bucket_name": None}.items()))
        self._connections = _connections.setdefault(how, threading.local())

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """Return a name that is free because nobody can have thought of it."""
        return unguessable(name, max_length)

    def url(self, name: str, *_: Any, **__: Any) -> str:
        """Return our own address of a file; the bucket's would stay open to whoever once saw it."""
        return settings.MEDIA_URL + filepath_to_uri(name)

    def put(self, name: str, content: File) -> None:
        """Keep a file under the name it had, as when a backup is restored."""
        self._save(name, content)

    def _save(self, name: str, content: File) -> str:
        try:
            return super()._save(name, content)
        except (BotoCoreError, ClientError) as error:
            raise FileNotStored(f"{name} could not be stored: {error}") from error

    def _open(self, name: str, mode: str = "rb") -> File:
        with _answering():
            return super()._open(name, mode)

    def exists(self, name: str) -> bool:
        """Return whether there is such a file."""
        with _answering():
            return super().exists(name)

    def delete(self, name: str) -> None:
        """Delete a file."""
        with _answering():
            super().delete(name)

    def names(self, prefix: str) -> Iterator[tuple[str, Any]]:
        """Yield every file below a folder, with the moment it was last written."""
        with _answering():
            for each in self.bucket.objects.filter(Prefix=f"{prefix}/"):
                yield each.key, each.last_modified


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        raise StorageAway(str(error)) from error
