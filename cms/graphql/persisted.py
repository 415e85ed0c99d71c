"""Persisted documents: clients send a document's SHA-256 instead of its text.

Automatic persistence is Apollo's protocol: a hash alone, then, if the server does not know it, hash and text
once. With `GRAPHQL_PERSISTED_ONLY` a release's documents are the only ones that are answered.
"""

import json
import logging
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured

from cms.graphql import errors
from cms.graphql.documents import digest_of
from cms.graphql.errors import UserError

logger = logging.getLogger(__name__)

KEPT_SECONDS = 30 * 24 * 60 * 60


def source_of(query: str | None, digest: str) -> tuple[str, str]:
    """Return the text and hash of the document that a request means.

    `digest` is what the client claims; empty when it sends text only.
    """
    if query is not None:
        claimed, digest = digest, digest_of(query)
        if claimed and claimed != digest:
            raise UserError(
                "The hash in extensions.persistedQuery is not the SHA-256 of the query sent with it.",
                code=errors.PERSISTED_QUERY_MISMATCH,
            )
    listed = listed_documents()
    if listed is not None:
        if digest not in listed:
            raise UserError(
                "Only listed documents are answered here, and this one is not in the list.",
                code=errors.PERSISTED_QUERY_NOT_IN_LIST,
            )
        return listed[digest], digest
    if query is None:
        query = _recalled(digest)
    return query, digest


def only_listed() -> bool:
    """Return whether listed documents are the only ones that are answered."""
    return listed_documents() is not None


def keep(source: str, digest: str) -> None:
    """Keep a valid document under its hash for every process; a broken cache is only a lost convenience."""
    try:
        cache.set(_key(digest), source, KEPT_SECONDS)
    except Exception:  # cache backends raise what their drivers raise
        logger.warning("A persisted document could not be kept", exc_info=True)


def read_list(path: Path) -> dict[str, str]:
    """Return documents by hash: from the .graphql files of a folder, or from a JSON object of hash and text.

    A folder's documents count with and without the white space around them, which clients' tools differ in.
    """
    if path.is_dir():
        texts = [file.read_text() for file in sorted(path.rglob("*.graphql"))]
    else:
        manifest = json.loads(path.read_text())
        wrong = [digest for digest, text in manifest.items() if digest_of(text) != digest]
        if wrong:
            raise ValueError(f"these hashes are not the SHA-256 of their documents: {', '.join(wrong)}")
        texts = list(manifest.values())
    if not texts:
        raise ValueError("it holds no documents")
    return {digest_of(form): form for text in texts for form in (text, text.strip())}


def listed_documents() -> Mapping[str, str] | None:
    """Return the only documents that are answered, by hash; `None` where all are."""
    path = getattr(settings, "GRAPHQL_PERSISTED_ONLY", "")
    return _read_once(str(path)) if path else None


@lru_cache(maxsize=4)
def _read_once(path: str) -> Mapping[str, str]:
    try:
        return read_list(Path(path))
    except (OSError, ValueError, AttributeError) as error:
        raise ImproperlyConfigured(f"GRAPHQL_PERSISTED_ONLY: {path} cannot be used: {error}") from error


def _recalled(digest: str) -> str:
    try:
        source = cache.get(_key(digest))
    except Exception:
        logger.warning("A persisted document could not be recalled", exc_info=True)
        source = None
    if source is None:
        # Apollo's clients look for exactly these words.
        raise UserError("PersistedQueryNotFound", code=errors.PERSISTED_QUERY_NOT_FOUND)
    return source


def _key(digest: str) -> str:
    return f"graphql-document:{digest}"
