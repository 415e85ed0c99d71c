"""The reader's front end as it is built, on an origin of its own, in a browser; behind it a live CMS."""

import importlib.util
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Page
from wagtail.models import Site

from cms.models import SiteSettings
from news.live.hub import hub
from tests.builders import make_front_page

READER = Path(__file__).resolve().parents[2] / "examples" / "reader"


@pytest.fixture(scope="session")
def serving() -> ModuleType:
    """The script that serves the built front end."""
    found = importlib.util.spec_from_file_location("reader_serve", READER / "serve.py")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture
def stream(monkeypatch) -> Iterator[None]:
    """The ticker's stream, which ends with the test: it soon finds out that nobody listens any more."""
    monkeypatch.setattr("news.live.views.HEARTBEAT", 0.2)
    monkeypatch.setattr("news.live.hub.GLANCE", 0.2)
    yield
    until = time.monotonic() + 10
    while any(thread.name == "flash" for thread in threading.enumerate()) and time.monotonic() < until:
        time.sleep(0.05)
    assert hub.listeners == 0


@pytest.fixture
def reader(transactional_db, stream, live_server, serving, settings) -> Iterator[str]:
    """The front end's origin. It is not the CMS's, so that every answer has crossed from one to the other."""
    server = serving.server(0, live_server.url)
    origin = f"http://127.0.0.1:{server.server_address[1]}"
    settings.FRONT_END_URL = origin
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    settings.CORS_ALLOWED_ORIGINS = [origin]
    settings.CSP_PAGES = {**settings.CSP_PAGES, "frame-src": ["'self'", origin]}
    make_front_page(title="The Courier")
    SiteSettings.objects.create(site=Site.objects.get(), name="The Courier")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield origin
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def open_page(browser, reader) -> Iterator[Callable[..., Page]]:
    """Open a path of the front end as a reader would; no error may happen on it."""
    contexts, failures = [], []

    def open_(path: str, **options: object) -> Page:
        context = browser.new_context(base_url=reader, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.goto(path)
        page.wait_for_selector("main > *", state="attached")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert failures == []
