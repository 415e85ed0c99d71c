"""`manage.py import_ninjs`, as somebody types it or a scheduler runs it."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Site

from news.models import Article, ImportedItem
from tests.builders import make_section
from tests.news.importers.building import command, write_item

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]


def test_files_and_folders_at_any_depth_go_in(tmp_path):
    deep = tmp_path / "inbox" / "2026"
    deep.mkdir(parents=True)
    first = write_item(tmp_path, "first.json", uri="urn:a")
    write_item(tmp_path / "inbox", "second.json", uri="urn:b")
    write_item(deep, "third.json", uri="urn:c")
    (deep / "readme.txt").write_text("not for us")

    written, failed = command(first, tmp_path / "inbox")

    assert failed == ""
    assert ImportedItem.objects.count() == 3
    assert written.splitlines()[-1] == "3 files: 3 new."


def test_what_is_refused_is_named_with_its_reason_and_the_rest_goes_in(tmp_path):
    (tmp_path / "a-broken.json").write_text('{"uri": "urn:x", ')
    (tmp_path / "b-latin.json").write_text('{"uri": "Málaga"}', "latin-1")
    (tmp_path / "c-package.json").write_text(json.dumps({"name": "masthead", "private": True}))
    (tmp_path / "d-deep.json").write_text("[" * 100_000)
    (tmp_path / "e-large.json").write_text(" " * (20 * 1024 * 1024 + 1))
    write_item(tmp_path, "f-nested.json", uri="urn:n", bodies=[{"value": "<div>" * 3000 + "<p>x</p>"}])
    write_item(tmp_path, "g-good.json")

    written, failed = command(tmp_path, tmp_path / "missing.json")

    reasons = dict(line.removeprefix(f"{tmp_path}/").split(": ", 1) for line in written.splitlines()[:-1])
    assert reasons == {
        "a-broken.json": "refused: it is not JSON: Expecting property name enclosed in double quotes, line 1",
        "b-latin.json": "refused: it is not JSON: no encoding of Unicode fits it",
        "c-package.json": "refused: it has no “uri”: not a ninjs item",
        "d-deep.json": "refused: it is nested too deeply",
        "e-large.json": "refused: it is larger than 20.0\xa0MB",
        "f-nested.json": "refused: it is nested too deeply",
        "g-good.json": "new: a draft, “Harbour reopens”",
        "missing.json": "refused: there is no such file",
    }
    assert failed == "7 of 8 files were refused; the reasons are above."
    assert Article.objects.count() == 1


def test_what_could_not_be_placed_is_told_under_its_file(tmp_path):
    write_item(tmp_path, places=[{"name": "Oslo"}, {"name": "Skien"}])

    written, failed = command(tmp_path)

    assert (written.splitlines()[1], failed) == ("    left out the places: Oslo, Skien", "")


def test_a_story_that_may_not_go_live_is_told_and_is_no_failure(tmp_path):
    write_item(tmp_path, "a.json", headlines=[{"value": "Fire in [WHERE]"}])
    write_item(tmp_path, "b.json", uri="urn:b")

    written, failed = command(tmp_path, publish=True)

    lines = written.splitlines()
    assert lines[0].endswith("a.json: new: a draft, “Fire in [WHERE]”")
    assert lines[1].startswith("    kept as a draft: ")
    assert "[WHERE]" in lines[1]
    assert lines[2].endswith("b.json: new: live, “Harbour reopens”")
    assert lines[3] == "2 files: 2 new. To be published, but kept as drafts: 1."
    assert failed == ""


def test_stale_and_unchanged_items_are_no_failure(tmp_path):
    write_item(tmp_path, "a.json", version="2")
    write_item(tmp_path, "b.json", version="1")

    command(tmp_path)
    written, failed = command(tmp_path)

    assert written.splitlines()[-1] == "2 files: 1 unchanged, 1 older than what is here."
    assert failed == ""


def test_a_section_is_chosen_by_its_path(tmp_path):
    section = make_section(slug="world")
    write_item(tmp_path)

    command(tmp_path, section="/world/")

    assert Article.objects.get().home_section == section


def test_a_site_without_a_front_page_is_not_given_one(tmp_path):
    Site.objects.all().delete()
    write_item(tmp_path)

    written, failed = command(tmp_path)

    assert written == ""
    assert "Run `manage.py load_demo`, or create a front page" in failed


def test_a_folder_without_items_is_a_mistake(tmp_path):
    assert command(tmp_path)[1] == "There is no .json file in any of these folders."


def test_progress_is_shown_on_the_error_stream(tmp_path, capsys):
    write_item(tmp_path, "a.json")
    write_item(tmp_path, "b.json", uri="urn:b")

    call_command("import_ninjs", tmp_path, stdout=StringIO())

    assert "| 2/2 [" in capsys.readouterr().err
