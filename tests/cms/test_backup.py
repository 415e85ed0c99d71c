"""The drill: what was backed up stands again in an empty system, every page, revision, picture and setting."""

import json
import os
import subprocess
import sys
from io import StringIO

import pytest
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
from cms.models import Image, Document
rows = {}
for model in apps.get_models():
    if model._meta.label not in ("sessions.Session", "answers.Epoch") and not model._meta.proxy:
        text = serializers.serialize("json", model._default_manager.order_by("pk"))
        rows[model._meta.label] = hashlib.sha256(text.encode()).hexdigest()
files = {each.file.name: hashlib.sha256(default_storage.open(each.file.name).read()).hexdigest()
         for model in (Image, Document) for each in model.objects.all()}
print(json.dumps([rows, files]))
"""

EPOCH = """
import django
django.setup()
from cms.answers.models import Epoch
print(Epoch.objects.get().name)
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


@pytest.mark.django_db(transaction=True)
def test_a_backup_restored_into_an_empty_system_is_the_same_system(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "old" / "media"
    make_front_page()
    image = make_image()
    make_renditions(image)
    article = make_article(title="Harbour opens", hero_image=image, hero_alt="The quay")
    article.save_revision()
    make_document()
    SiteSettings.objects.create(site=Site.objects.get(is_default_site=True), name="The Courier")
    old = {"DATABASE_URL": database_for_processes(tmp_path), "VAR_DIR": str(tmp_path / "old")}
    with empty_database(tmp_path) as address:
        new = {"DATABASE_URL": address, "VAR_DIR": str(tmp_path / "new")}
        _run("manage.py", "backup", str(tmp_path / "backup"), **old)
        said = _run("manage.py", "restore", str(tmp_path / "backup"), **new)
        before, after = (json.loads(_run("-c", LISTING, **system)) for system in (old, new))
        epochs = {_run("-c", EPOCH, **system) for system in (old, new)}

    assert "all the same" in said
    assert before == after
    assert len(before[1]) == 2
    assert len(epochs) == 2, "servers that ran meanwhile must let go of what they keep"


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
def test_a_backup_is_not_restored_over_what_is_there(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    call_command("backup", str(tmp_path / "backup"), stdout=StringIO())

    with pytest.raises(CommandError, match="not empty"):
        call_command("restore", str(tmp_path / "backup"), stdout=StringIO())


@pytest.mark.django_db
def test_a_backup_inside_a_transaction_is_refused_at_once(tmp_path):
    make_front_page()

    with pytest.raises(CommandError, match="outside of a transaction"):
        call_command("backup", str(tmp_path), stdout=StringIO())
