"""The newsroom in a real browser: Chromium, a live server, and the people who work there."""

import importlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from playwright.sync_api import Page

from news.models import Contributor
from tests.builders import make_contributor, make_flash_desk, make_front_page

PASSWORD = "a long word of the day"
SCREENSHOTS = os.environ.get("SCREENSHOTS", "")
"""A folder for pictures of what the tests saw; none are taken where it is not named."""


@pytest.fixture
def newsroom(transactional_db) -> None:
    """The groups and the workflow, which migrations make and a test that commits takes away, and a front page."""
    make_front_page()
    if not Group.objects.filter(name="Editors").exists():
        migration = importlib.import_module("news.migrations.0002_groups_and_workflow")
        migration.set_up(MigrationLoader(connection).project_state().apps, None)
    make_flash_desk()


@pytest.fixture
def ines(newsroom) -> Contributor:
    """An editor who also belongs to the flash desk, as she stands in bylines."""
    user = User.objects.create_user("ines", password=PASSWORD, first_name="Ines", last_name="Calloway")
    user.groups.set(Group.objects.filter(name__in=["Editors", "Flash desk"]))
    return make_contributor(name="Ines Calloway", user=user)


@pytest.fixture
def desk(browser, live_server, ines, settings) -> Iterator[Page]:
    """The browser of an editor who has signed in; an error of a script on any page fails the test."""
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    failures: list[str] = []
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1360, "height": 960})
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto("/admin/")
    page.fill("[name=username]", "ines")
    page.fill("[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    yield page
    context.close()
    assert failures == []


@pytest.fixture
def picture(desk) -> Callable[[str], None]:
    """Take a picture of what the editor sees, where somebody wants to look at them."""

    def take(name: str) -> None:
        if SCREENSHOTS:
            desk.screenshot(path=Path(SCREENSHOTS) / f"{name}.png")

    return take
