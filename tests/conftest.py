"""Fixtures that every test may use."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.storage import storages
from django.db import connection, connections
from django.test import Client
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from cms.answers.models import Change
from tests.builders import make_front_page

settings.register_profile("suite", max_examples=25, database=None)
settings.register_profile("full", max_examples=5_000, database=None)
settings.load_profile("suite")

SERVERS = Path(__file__).parent / "settings"
CHROMIUM = shutil.which("chromium")
ELSEWHERE = "SQLite has no answer to this; CI asks PostgreSQL in its second pass"
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync"]


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what asks no database, or starts servers to look at those: it says the same on each, so CI runs it once.

    What only PostgreSQL can answer is skipped elsewhere; CI runs everything that asks a database on both.
    """
    if not _asks_database(item) or item.path.parent == SERVERS:
        item.add_marker(pytest.mark.without_database)
    if item.get_closest_marker("postgresql") and connection.vendor != "postgresql":
        item.add_marker(pytest.mark.skip(reason=ELSEWHERE))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run what commits to the database last, and what takes long, the servers, before others.

    A test that commits empties the tables behind it, of what migrations put there as well.
    """
    items.sort(key=lambda item: (_commits(item), item.path.parent != SERVERS))


class ModuleByModule(LoadScopeScheduling):
    """Gives the tests of a module that follow one another to one worker, which makes their fixtures once."""

    def schedule(self) -> None:
        """Say what belongs together once it is known what there is, then begin."""
        collected = next(iter(self.registered_collections.values()))
        modules = groupby(collected, key=lambda nodeid: nodeid.partition("::")[0])
        self._scopes = {
            nodeid: f"{number}: {module}"
            for number, (module, nodeids) in enumerate(modules)
            for nodeid in nodeids
        }
        super().schedule()

    def _split_scope(self, nodeid: str) -> str:
        return self._scopes[nodeid]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ModuleByModule:
    """Run the tests on several workers module by module, in our order."""
    return ModuleByModule(config, log)


def _asks_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures) or item.get_closest_marker("django_db") is not None


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    fixtures = getattr(item, "fixturenames", ())
    return bool(marker and marker.kwargs.get("transaction")) or "transactional_db" in fixtures


@pytest.fixture(scope="session", autouse=True)
def places_of_our_own() -> Iterator[None]:
    """Make the bucket that settings/test.py names, if it does, and leave neither that nor a key in Redis behind."""
    cache.set("answers", "yes")
    assert cache.get("answers") == "yes", "REDIS_URL names a Redis that does not answer"
    bucket = getattr(storages["default"], "bucket", None)
    if bucket:
        bucket.create()
    yield
    cache.clear()
    if bucket:
        bucket.objects.delete()
        bucket.delete()


@pytest.fixture(scope="session", autouse=True)
def quickly_emptied() -> None:
    """Empty tables by DELETE behind a test that commits, on PostgreSQL too: to truncate them takes seven times as long.

    The log of changes, in which each of them leaves something, comes last.
    """
    if connection.vendor == "postgresql":
        connection.ops.sql_flush = lambda style, tables, **_: [
            f"DELETE FROM {connection.ops.quote_name(table)};"
            for table in sorted(tables, key=Change._meta.db_table.__eq__)
        ]


@pytest.fixture
def folder(settings, tmp_path):
    """Keep files in a folder of their own, wherever the environment keeps them."""
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "cms.files.storage.LocalFiles"}}


@pytest.fixture
def front_page(db):
    """The front page of the default site."""
    return make_front_page()


@pytest.fixture
def graphql(client: Client) -> Callable[..., Any]:
    """Ask the public endpoint over HTTP, as a reader's front end would; returns the whole answer."""

    def ask(query: str, **variables: Any) -> dict[str, Any]:
        body = json.dumps({"query": query, "variables": variables})
        response = client.post("/graphql/", body, content_type="application/json")
        return json.loads(response.content)

    return ask


@pytest.fixture
def ask(graphql) -> Callable[..., Any]:
    """Ask the public endpoint and return the data of an answer that must hold no error."""

    def data(query: str, **variables: Any) -> dict[str, Any]:
        answer = graphql(query, **variables)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    return data


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, headless. Only CI insists on it."""
    if not CHROMIUM and "CI" not in os.environ:
        pytest.skip("needs Chromium")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, where Django would see an asynchronous caller ...
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()
        connections.close_all()  # ... to whom it gives connections of its own
