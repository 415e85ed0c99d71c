"""What the documents promise exists: commands, files, variables; and what they must not contain does not."""

import re

import pytest
from django.core.management import get_commands

from tests.house.sources import ROOT, project_files, python_files, short, text_files

DOCUMENTS = project_files("*.md")
DECISIONS = sorted(project_files("docs/decisions/*.md"))
ENVIRONMENT_READ = re.compile(r"\benv(?:iron)?(?:\.\w+)?[(\[]\s*\"([A-Z][A-Z0-9_]+)\"")
ENVIRONMENT_LISTED = re.compile(r"^#? ?([A-Z][A-Z0-9_]+)=", re.MULTILINE)
A_FOLDER_OF_ONE_MACHINE = re.compile(r"(?<![\w.:/-])/(?:home|Users|root|work)/[\w.-]+/\S*")
A_PACKAGE_INDEX = re.compile(
    r"https?://[^ \"]+/(?:simple|packages|debian)(?:/|\"|\s|$)|\"resolved\": *\"http"
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=short)
def test_every_relative_link_leads_somewhere(document):
    links = re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", document.read_text())

    missing = [link for link in links if not (document.parent / link).exists()]

    assert not missing


@pytest.mark.parametrize("document", DOCUMENTS, ids=short)
def test_every_make_command_in_a_document_is_in_the_makefile(document):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

    told = set(re.findall(r"(?:^|`|&& |\$ )make ([a-z]+)", document.read_text(), re.MULTILINE))

    assert told <= targets


@pytest.mark.parametrize("document", DOCUMENTS, ids=short)
def test_every_management_command_in_a_document_exists(document):
    told = set(re.findall(r"manage\.py ([a-z_]+)", document.read_text()))

    assert told <= set(get_commands())


def test_the_readme_opens_with_one_sentence_and_two_commands():
    readme = (ROOT / "README.md").read_text()

    title, sentence, commands = readme.split("\n\n")[:3]

    assert title == "# Masthead"
    assert re.fullmatch(r"[^.]+\.", sentence.replace("\n", " "))
    assert commands.startswith("```sh\n")
    assert len(commands.splitlines()) == 4


def test_the_example_environment_lists_exactly_the_variables_that_are_read():
    sources = [path for path in python_files() if not short(path).startswith(("bench/", "tests/"))]
    read = {name for path in sources for name in ENVIRONMENT_READ.findall(path.read_text())}

    listed = set(ENVIRONMENT_LISTED.findall((ROOT / ".env.example").read_text()))

    assert listed == read - {"DJANGO_SETTINGS_MODULE"}


@pytest.mark.parametrize("decision", DECISIONS, ids=short)
def test_a_decision_is_a_sentence_with_its_reasons_and_what_was_refused(decision):
    lines = decision.read_text().splitlines()

    slug = re.sub(r"[^a-z0-9]+", "-", lines[0].removeprefix("# ").lower()).strip("-")

    assert decision.stem == f"{DECISIONS.index(decision) + 1:04}-{slug}"
    assert [line for line in lines if line.startswith("#")][1:] == ["## Why", "## Refused"]
    assert len(lines) <= 50, "half a page"


def test_the_changelog_begins_with_the_api():
    versions = re.findall(r"^## .+\n+(.+)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)

    assert versions
    assert set(versions) == {"### API"}


def test_no_file_names_a_machine_or_a_package_index():
    named = [
        f"{short(path)}: {found.group().strip()}"
        for path, text in text_files()
        for pattern in (A_FOLDER_OF_ONE_MACHINE, A_PACKAGE_INDEX)
        for found in pattern.finditer(text)
    ]

    assert not named, "\n".join(named)


def test_the_architecture_lists_every_decision():
    architecture = (ROOT / "ARCHITECTURE.md").read_text()

    missing = [short(decision) for decision in DECISIONS if f"({short(decision)})" not in architecture]

    assert not missing
