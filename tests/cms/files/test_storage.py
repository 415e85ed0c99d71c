"""Names that nobody guesses, nothing overwritten, nothing half kept, and differences that are found and mended."""

import os
import re
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone
from django.utils.module_loading import import_string
from PIL import Image as PillowImage
from wagtail.models import Collection

from cms.files.storage import FileNotStored, LocalFiles, unguessable
from cms.images import make_renditions
from cms.models import Image
from tests.builders import make_article, make_image
from tests.cms.files.conftest import in_bucket

NOBODY_LISTENS = "http://127.0.0.1:9"


def test_two_files_of_one_name_are_kept_apart_under_names_nobody_guesses(kept):
    names = [kept.save("original_images/quay.png", ContentFile(text)) for text in (b"one", b"two")]

    assert names[0] != names[1]
    assert all(re.fullmatch(r"original_images/[\w-]{22}/quay\.png", name) for name in names)
    assert [_read(kept, name) for name in names] == [b"one", b"two"]


def _read(storage, name):
    with storage.open(name) as file:
        return file.read()


def test_long_names_are_cut_where_it_hurts_least():
    name = unguessable("original_images/" + "q" * 200 + ".jpeg", 100)

    assert len(name) == 100
    assert name.endswith(".jpeg")


def test_a_bucket_is_read_through_us_alone(kept):
    name = kept.save("original_images/quay.png", ContentFile(b"one"))

    assert kept.url(name) == f"/media/{name}"


def test_deleting_many_crops_opens_no_connection_for_each(bucket):
    kept = storages["default"]
    path, arguments, named = kept.deconstruct()

    again = import_string(path)(*arguments, **named)
    elsewhere = import_string(path)(**{**named, "endpoint_url": NOBODY_LISTENS})

    assert again.connection is kept.connection
    assert elsewhere.connection is not kept.connection


class Full(BytesIO):
    """What an upload looks like to a disk that fills up in the middle of it."""

    def read(self, *_):
        raise OSError(28, "No space left on device")


def test_a_disk_that_fills_up_leaves_no_half_of_a_file(tmp_path):
    storage = LocalFiles(location=tmp_path)
    content = ContentFile(b"")
    content.file = Full(b"x" * 1000)
    content.chunks = lambda *_: iter([b"x" * 100, content.file.read()])

    with pytest.raises(FileNotStored, match="No space left"):
        storage.save("original_images/quay.png", content)

    assert not [file for _, _, files in os.walk(tmp_path) for file in files]


@pytest.mark.django_db
def test_an_upload_that_cannot_be_stored_says_so_and_leaves_nothing(client, settings, front_page):
    settings.STORAGES = {**settings.STORAGES, "default": in_bucket(NOBODY_LISTENS, "none")}
    client.force_login(User.objects.create_superuser("amina"))
    picture = BytesIO()
    PillowImage.new("RGB", (9, 6)).save(picture, "PNG")
    form = {"title": "Quay", "file": SimpleUploadedFile("quay.png", picture.getvalue(), "image/png")}

    answer = client.post("/admin/images/add/", {**form, "collection": Collection.get_first_root_node().pk})

    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "nothing was saved" in answer.content.decode()
    assert not Image.objects.exists()


@pytest.mark.django_db
def test_readers_read_on_while_the_storage_is_away(ask, client, settings, front_page):
    image = make_image()
    make_renditions(image)
    make_article(title="Harbour opens", hero_image=image, hero_alt="The quay at noon")
    settings.STORAGES = {**settings.STORAGES, "default": in_bucket(NOBODY_LISTENS, "none")}

    data = ask("{ articles(first: 1) { nodes { title hero { image { rendition(crop: CARD) { url } } } } } }")
    picture = client.get(image.file.url)

    assert data["articles"]["nodes"][0]["title"] == "Harbour opens"
    assert data["articles"]["nodes"][0]["hero"]["image"]["rendition"]["url"]
    assert picture.status_code == 503


@pytest.mark.django_db
def test_differences_between_database_and_storage_are_found_and_mended(kept, front_page):
    image, lost = make_image(), make_image()
    make_renditions(image)
    crop = image.renditions.first()
    kept.delete(crop.file.name)
    kept.delete(lost.file.name)
    spare = kept.save("images/spare.png", ContentFile(b"spare"))
    found, again = StringIO(), StringIO()

    with time_machine.travel(timezone.now() + timedelta(days=2)):
        call_command("heal_files", "--mend", stdout=found)
        call_command("heal_files", stdout=again)

    assert f"missing, restore it from a backup: {lost.file.name}" in found.getvalue()
    assert f"missing crop: {crop.file.name}" in found.getvalue()
    assert f"left over: {spare}" in found.getvalue()
    assert again.getvalue().splitlines()[-1] == "1 missing, 0 crops missing, 0 left over."
    assert not kept.exists(spare)
    assert kept.exists(image.renditions.get(filter_spec=crop.filter_spec).file.name)
