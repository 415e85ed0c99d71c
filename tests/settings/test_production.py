"""Production invents nothing, and its settings are documented."""

import re

import pytest

from tests.settings.processes import COMPLETE, ROOT, run

TABLE_ROW = re.compile(r"^\| `([A-Z][A-Z0-9_]+)` \|([^|]+)\|([^|]+)\|([^|]+)\|$", re.MULTILINE)


def test_production_starts_with_what_it_must_be_told():
    started = run("-W", "error", "-c", "import settings.production")

    assert (started.returncode, started.stderr) == (0, "")


@pytest.mark.parametrize(("threads", "listeners"), [("1", "0"), ("2", "1"), ("8", "7")])
def test_listeners_leave_a_thread_to_everybody_else(threads, listeners):
    said = run(
        "-c", "from settings.production import *; print(FLASH_LISTENERS_IN_THREADS)", WEB_THREADS=threads
    )
    assert said.stdout.strip() == listeners


def test_production_says_all_that_is_missing_at_once():
    refused = run("-c", "import settings.production", **dict.fromkeys(COMPLETE, ""))

    missing = re.findall(r"^  (\w+) is missing$", refused.stderr, re.MULTILINE)
    assert missing == sorted(COMPLETE)


@pytest.mark.parametrize("command", [("manage.py", "check"), ("-c", "import settings.wsgi")])
def test_production_says_what_it_cannot_read_whatever_is_started(command):
    refused = run(*command, DATABASE_URL="db.internal", SECURE_SSL_REDIRECT="perhaps")

    assert refused.returncode
    assert "DATABASE_URL is not a database's address" in refused.stderr
    assert "SECURE_SSL_REDIRECT is neither true nor false" in refused.stderr


def test_production_refuses_the_secret_of_development():
    refused = run("-c", "import settings.production", SECRET_KEY="for-development-only-and-refused")

    assert "SECRET_KEY is too short" in refused.stderr


@pytest.mark.parametrize(
    ("variables", "problem"),
    [
        ({"ADMIN_SEARCH": "sphinx"}, "ADMIN_SEARCH must be one of database, elasticsearch7"),
        ({"ADMIN_SEARCH": "opensearch3"}, "ADMIN_SEARCH_URLS must name the servers of opensearch3"),
    ],
)
def test_production_refuses_a_search_that_it_could_not_use(variables, problem):
    assert problem in run("-c", "import settings.production", **variables).stderr


def test_the_admins_search_may_be_a_server_of_its_own():
    told = "import settings.production as told; print(told.WAGTAILSEARCH_BACKENDS)"
    servers = {"ADMIN_SEARCH": "opensearch3", "ADMIN_SEARCH_URLS": "https://search.internal:9200"}

    backends = run("-c", told, **servers).stdout

    assert "wagtail.search.backends.opensearch3" in backends
    assert "'URLS': ['https://search.internal:9200']" in backends


def test_the_checks_of_a_deployment_find_nothing():
    checked = run("manage.py", "check", "--deploy", "--fail-level", "WARNING")

    assert checked.returncode == 0, checked.stderr


def test_the_operators_table_explains_every_variable():
    rows = {name: cells for name, *cells in TABLE_ROW.findall((ROOT / "docs/operations.md").read_text())}
    listed = re.findall(r"^#? ?([A-Z][A-Z0-9_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)

    assert sorted(rows) == sorted(listed)
    assert all(cell.strip() for cells in rows.values() for cell in cells)


@pytest.mark.parametrize(
    ("own", "told"), [("", "redis://a.internal/0"), ("redis://b.internal/0", "redis://b.internal/0")]
)
def test_banners_are_told_of_by_the_redis_that_is_there(own, told):
    redis = {"REDIS_URL": "redis://a.internal/0", "FLASH_REDIS_URL": own}

    assert (
        run("-c", "import settings.production as s; print(s.FLASH_REDIS_URL)", **redis).stdout.strip() == told
    )
