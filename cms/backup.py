"""A backup of everything: the database by its own tools, and every file, with a list to check them by.

Online: nothing has to stop. The database is copied first, as of one moment; files are never changed, only added and
deleted, so that what was added meanwhile does no harm, and what was deleted is told.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from cms.answers.triggers import begin_epoch
from cms.files.healing import FOLDERS, stored_files

MANIFEST = "manifest.json"
FILES = "files"


class BackupFailed(Exception):
    """What kept a backup from being made or restored, for whoever runs it."""


def back_up(folder: Path) -> dict[str, Any]:
    """Write a backup into an empty or new folder; return its manifest, which is written last."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise BackupFailed(f"{folder} is not empty.")
    if connection.in_atomic_block:
        raise BackupFailed(
            "A backup is made outside of a transaction, whose own changes nobody else can see."
        )
    _dump(folder)
    files = {name: _copy(name, folder / FILES / name) for each in FOLDERS for name, _ in stored_files(each)}
    manifest = {
        "made": timezone.now().isoformat(),
        "vendor": connection.vendor,
        "database": _digest(folder / _dump_name()),
        "rows": row_counts(),
        "files": files,
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1))
    return manifest


def restore(folder: Path) -> dict[str, Any]:
    """Restore a backup into an empty system; return what is there now, compared with the manifest by `differences`."""
    if not (folder / MANIFEST).exists():
        raise BackupFailed(f"{folder} holds no whole backup: its {MANIFEST} is missing.")
    manifest = json.loads((folder / MANIFEST).read_text())
    if manifest["vendor"] != connection.vendor:
        raise BackupFailed(
            f"This is a backup of {manifest['vendor']}; the database here is {connection.vendor}."
        )
    if _digest(folder / _dump_name()) != manifest["database"]:
        raise BackupFailed("The database in the backup is not the one that was written.")
    if "cms_image" in connection.introspection.table_names():
        raise BackupFailed("The database is not empty. Restore into a new one.")
    _load(folder)
    for name, digest in manifest["files"].items():
        if _digest(folder / FILES / name) != digest:
            raise BackupFailed(f"{name} in the backup is not the file that was written.")
        _put(folder / FILES / name, name)
    begin_epoch()  # what running servers keep was made of the database that stood here before
    return manifest


def differences(manifest: dict[str, Any]) -> list[str]:
    """Return what the system has otherwise than the manifest says: numbers of rows, and bytes of files."""
    counted, told = row_counts(), manifest["rows"]
    rows = [
        f"{table}: {counted.get(table, 0)} rows, {told.get(table, 0)} in the backup"
        for table in sorted(counted.keys() | told.keys())
        if counted.get(table, 0) != told.get(table, 0)
    ]
    return rows + [name for name, digest in manifest["files"].items() if _stored_digest(name) != digest]


def row_counts() -> dict[str, int]:
    """Return how many rows each table of ours and of what we use has."""
    models = [model for model in apps.get_models() if model._meta.managed and not model._meta.proxy]
    return {model._meta.db_table: model._default_manager.count() for model in models}


def _dump_name() -> str:
    return "database.sqlite3" if connection.vendor == "sqlite" else "database.dump"


def _dump(folder: Path) -> None:
    target = folder / _dump_name()
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with sqlite3.connect(target) as copy:
            connection.connection.backup(copy)
        copy.close()
        return
    _run("pg_dump", "--format=custom", "--no-owner", f"--file={target}")


def _load(folder: Path) -> None:
    source = folder / _dump_name()
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with sqlite3.connect(source) as copy:
            copy.backup(connection.connection)
        copy.close()
        return
    _run(
        "pg_restore",
        "--no-owner",
        "--exit-on-error",
        f"--jobs={os.cpu_count() or 1}",
        f"--dbname={connection.settings_dict['NAME']}",
        str(source),
    )


def _run(program: str, *arguments: str) -> None:
    known = connection.settings_dict
    told = {
        "PGHOST": known["HOST"],
        "PGPORT": str(known["PORT"] or 5432),
        "PGUSER": known["USER"],
        "PGPASSWORD": known["PASSWORD"],
        "PGDATABASE": known["NAME"],
    }
    found = shutil.which(program)
    if not found:
        raise BackupFailed(f"{program} is not installed.")
    variables = {**os.environ, **{name: value for name, value in told.items() if value}}
    ended = subprocess.run([found, *arguments], env=variables, capture_output=True, text=True, check=False)  # noqa: S603
    if ended.returncode:
        raise BackupFailed(f"{program} failed: {ended.stderr.strip()}")


def _copy(name: str, target: Path) -> str:
    target.parent.mkdir(parents=True, exist_ok=True)
    with default_storage.open(name) as source, target.open("wb") as copy:
        shutil.copyfileobj(source, copy)
    return _digest(target)


def _put(source: Path, name: str) -> None:
    with source.open("rb") as content:
        default_storage.put(name, File(content))  # type: ignore[attr-defined]


def _digest(path: Path) -> str:
    if not path.exists():
        return ""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _stored_digest(name: str) -> str:
    with default_storage.open(name) as content:
        digest = hashlib.sha256()
        for chunk in iter(lambda: content.read(1 << 20), b""):
            digest.update(chunk)
    return digest.hexdigest()
