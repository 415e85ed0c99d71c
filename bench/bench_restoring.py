"""How long a backup and its restoration into an empty system take, by the commands that an operator types.

`ARTICLES=10000` sets the size; `DATABASE_URL` names the database server. Each fifth article has a
picture of its own: an original of 300 kB and 27 crops of 40 kB, of random bytes, which nothing can compress.
"""

import os
import time

import pytest
from wagtail.models import Collection

from bench.invented import InventedNewsroom
from cms.images import specifications
from cms.models import Image, Rendition
from tests.settings.processes import database_for_processes, empty_database, run

ARTICLES = int(os.environ.get("ARTICLES", "1000"))
ARTICLES_A_PICTURE = 5
ORIGINAL_BYTES, CROP_BYTES = 300_000, 40_000


@pytest.mark.django_db(transaction=True)
def test_how_long_a_restoration_takes(capsys, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "old" / "media"
    InventedNewsroom().write(ARTICLES)
    files = write_pictures(settings.MEDIA_ROOT, ARTICLES // ARTICLES_A_PICTURE)
    old = {"DATABASE_URL": database_for_processes(tmp_path), "VAR_DIR": str(tmp_path / "old")}
    with empty_database(tmp_path) as address:
        new = {"DATABASE_URL": address, "VAR_DIR": str(tmp_path / "new")}
        backup = seconds("backup", tmp_path / "backup", old)
        restoration = seconds("restore", tmp_path / "backup", new)

    with capsys.disabled():
        megabytes = sum(each.stat().st_size for each in tmp_path.glob("backup/**/*") if each.is_file()) / 1e6
        print(f"\n{ARTICLES} articles, {files} files, {megabytes:.0f} MB")  # noqa: T201
        print(f"backup {backup:.0f} s, restore {restoration:.0f} s")  # noqa: T201


def write_pictures(folder, number):
    """Write pictures with their crops; return how many files that makes."""
    collection = Collection.get_first_root_node()
    crops = list(specifications())
    pictures = Image.objects.bulk_create(
        Image(
            title=f"Picture {each}",
            file=f"original_images/{each}/boats.jpg",
            width=1600,
            height=1067,
            collection=collection,
        )
        for each in range(number)
    )
    renditions = Rendition.objects.bulk_create(
        Rendition(
            image=picture,
            filter_spec=each.filter_spec,
            file=f"images/{picture.pk}/{place}.{each.format}",
            width=640,
            height=427,
        )
        for picture in pictures
        for place, each in enumerate(crops)
    )
    write_files(folder, pictures, ORIGINAL_BYTES)
    write_files(folder, renditions, CROP_BYTES)
    return len(pictures) + len(renditions)


def write_files(folder, rows, size):
    """Write a file of random bytes for each row."""
    for each in rows:
        path = folder / each.file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(os.urandom(size))


def seconds(command, folder, system):
    """Return how long a command takes."""
    started = time.perf_counter()
    ended = run("manage.py", command, str(folder), patience=900, **system)
    assert ended.returncode == 0, ended.stderr
    return time.perf_counter() - started
