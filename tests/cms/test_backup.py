"""The drill: what was backed up stands again in an empty system, every page, revision, picture and setting."""

import json
import os
import subprocess
import sys
from io import StringIO

import pytest
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from wagtail.models import Site

from cms.images import make_renditions
from cms.models import SiteSettings
from tests.builders import make_article, make_document, make_front_page, make_image
from tests.settings.processes import ROOT, database_for_processes, empty_database, environment

LISTING = """
import django, json, hashlib
django.setup()
from django.apps import apps
from django.core import serializers
from django.core.files.storage import default_storage
from cms.answers.models import Epoch
from cms.models import Image, Document
rows = {}
for model in apps.get_models():
    if model._meta.label not in ("sessions.Session", "answers.Epoch") and not model._meta.proxy:
        text = serializers.serialize("json", model._default_manager.order_by("pk"))
        rows[model._meta.label] = hashlib.sha256(text.encode()).hexdigest()
files = {each.file.name: hashlib.sha256(default_storage.open(each.file.name).read()).hexdigest()
         for model in (Image, Document) for each in model.objects.all()}
print(json.dumps([rows, files, Epoch.objects.get().name]))
"""


def _run(*command, **variables):
    """Run Python with production's settings, and return what it printed."""
    ended = subprocess.run(
        [sys.executable, "-W", "ignore", *command],
        cwd=ROOT,
        env={**environment(**variables), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@pytest.fixture
def files(tmp_path, settings):
    """Keep files in an empty folder, or in a bucket where settings name one; return what two systems are told."""
    settings.MEDIA_ROOT = tmp_path / "old" / "media"
    folders = [{"VAR_DIR": str(tmp_path / name)} for name in ("old", "new")]
    default = settings.STORAGES["default"]
    if "OPTIONS" not in default:
        yield folders
        return
    options = default["OPTIONS"]
    told = {
        "STORAGE_ENDPOINT": options["endpoint_url"] or "",
        "STORAGE_REGION": options["region_name"],
        "STORAGE_ACCESS_KEY": options["access_key"],
        "STORAGE_SECRET_KEY": options["secret_key"],
    }
    names = [f"{options['bucket_name']}-{name}" for name in ("old", "new")]
    buckets = [storages["default"].connection.create_bucket(Bucket=name) for name in names]
    own = {**default, "OPTIONS": {**options, "bucket_name": names[0]}}
    settings.STORAGES = {**settings.STORAGES, "default": own}
    yield [{**folder, **told, "STORAGE_BUCKET": name} for folder, name in zip(folders, names, strict=True)]
    for bucket in buckets:
        bucket.objects.delete()
        bucket.delete()


@pytest.mark.django_db(transaction=True)
def test_a_backup_restored_into_an_empty_system_is_the_same_system(tmp_path, files):
    make_front_page()
    image = make_image()
    make_renditions(image)
    article = make_article(title="Harbour opens", hero_image=image, hero_alt="The quay")
    article.save_revision()
    make_document()
    SiteSettings.objects.create(site=Site.objects.get(is_default_site=True), name="The Courier")
    old = {"DATABASE_URL": database_for_processes(tmp_path), **files[0]}
    with empty_database(tmp_path) as address:
        new = {"DATABASE_URL": address, **files[1]}
        _run("manage.py", "backup", str(tmp_path / "backup"), **old)
        said = _run("manage.py", "restore", str(tmp_path / "backup"), **new)
        before, after = (json.loads(_run("-c", LISTING, **system)) for system in (old, new))

    assert "all the same" in said
    assert before[:2] == after[:2]
    assert len(before[1]) == 2
    assert before[2] != after[2], "servers that ran meanwhile must let go of what they keep"


@pytest.mark.django_db
def test_a_backup_does_not_write_over_another(tmp_path):
    (tmp_path / "manifest.json").write_text("{}")

    with pytest.raises(CommandError, match="not empty"):
        call_command("backup", str(tmp_path), stdout=StringIO())


@pytest.mark.django_db
def test_half_a_backup_is_not_restored(tmp_path):
    with pytest.raises(CommandError, match="no whole backup"):
        call_command("restore", str(tmp_path), stdout=StringIO())


@pytest.mark.django_db(transaction=True)
def test_a_backup_is_not_restored_over_what_is_there(tmp_path, files):
    call_command("backup", str(tmp_path / "backup"), stdout=StringIO())

    with pytest.raises(CommandError, match="not empty"):
        call_command("restore", str(tmp_path / "backup"), stdout=StringIO())


@pytest.mark.django_db
def test_a_backup_inside_a_transaction_is_refused_at_once(tmp_path):
    make_front_page()

    with pytest.raises(CommandError, match="outside of a transaction"):
        call_command("backup", str(tmp_path), stdout=StringIO())
