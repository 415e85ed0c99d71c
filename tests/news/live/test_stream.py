"""The ticker's stream: what listeners hear, and when."""

import json
import threading
import time
import urllib.request
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from news.live.hub import hub
from news.live.listening import BEGINNING
from news.live.signal import _publish, bell
from news.models import FlashBanner
from tests.builders import make_article, make_banner, make_section
from tests.settings.processes import database_for_processes, gunicorn, run
from tests.settings.redis_server import own_redis

PUT_ON_AIR = """
import django; django.setup()
from datetime import datetime, timedelta
from django.utils import timezone
from news.models import FlashBanner
banner = FlashBanner.objects.get(slug="waiting")
banner.ends_at = timezone.now() + timedelta(seconds=4)
banner.save_revision().publish()
print(timezone.now().isoformat(), banner.ends_at.isoformat())
"""
AT_MOST = timedelta(seconds=2)
HEADLINE = [{"kicker": "", "text": "Bridge closed", "article": None, "url": ""}]


class Listener:
    """A reader who listens: what was heard, and at which moment."""

    def __init__(self, address, **headers):
        request = urllib.request.Request(address, headers={"X-Forwarded-Proto": "https", **headers})
        self.response = urllib.request.urlopen(request, timeout=30)
        self.events = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        mark = ""
        for line in self.response:
            if line.startswith(b"id: "):
                mark = line[4:].strip().decode()
            elif line.startswith(b"data: "):
                self.events.append((timezone.now(), mark, json.loads(line[6:])))

    def hear(self, number, seconds=10.0):
        """Return an event by its number, once it has come."""
        until = time.monotonic() + seconds
        while len(self.events) < number and time.monotonic() < until:
            time.sleep(0.02)
        return self.events[number - 1]


def texts(event):
    return [item["text"] for banner in event[2]["banners"] for item in banner["items"]]


@pytest.mark.django_db(transaction=True)
def test_listeners_hear_of_a_banner_within_two_seconds_of_going_on_air_and_of_its_end(tmp_path):
    make_banner(headlines=[{**HEADLINE[0], "text": "Lasting"}])
    make_banner(slug="waiting", live=False, headlines=HEADLINE)
    told = {"DATABASE_URL": database_for_processes(tmp_path), "ALLOWED_HOSTS": "127.0.0.1"}
    told["WEB_DRAIN_SECONDS"] = "1"  # the listeners stay to the end, which a server that stops would wait for
    with gunicorn(tmp_path / "log", "-k", "asgi", application="settings.asgi", **told) as server:
        reader = Listener(f"{server.address}/flash/stream")
        first = reader.hear(1)
        again = Listener(f"{server.address}/flash/stream", **{"Last-Event-ID": first[1]})
        published = run("-c", PUT_ON_AIR, **told)
        heard = [reader.hear(2), again.hear(1)]
        after_the_end = reader.hear(3)

    assert published.returncode == 0, published.stderr
    on_air_at, ended_at = map(datetime.fromisoformat, published.stdout.split())
    assert texts(first) == texts(after_the_end) == ["Lasting"]
    assert [sorted(texts(each)) for each in heard] == [["Bridge closed", "Lasting"]] * 2
    assert max(each[0] for each in heard) - on_air_at < AT_MOST
    assert timedelta(0) <= after_the_end[0] - ended_at < AT_MOST


@pytest.fixture
def redis():
    """Run Redis for one test."""
    with own_redis() as server:
        yield server


def test_over_redis_one_process_wakes_another_at_once(settings, redis):
    settings.FLASH_REDIS_URL = redis.address
    waiting = bell()
    waiting.wait(0.1)  # the subscription itself
    threading.Timer(0.2, _publish).start()
    began = time.monotonic()

    waiting.wait(20)

    assert time.monotonic() - began < AT_MOST.total_seconds()
    waiting.close()


def test_while_redis_is_away_only_time_passes(settings):
    settings.FLASH_REDIS_URL = "redis://127.0.0.1:1/0"

    bell().wait(0.01)
    _publish()


@pytest.fixture
def parts(client):
    """Open the stream as a thread of `make demo` serves it; return what it sends, part by part."""
    opened = []

    def listen(query="", **headers):
        response = client.get(f"/flash/stream{query}", headers=headers)
        assert response.status_code == 200, response.content
        opened.append(response)
        return response, (part.decode() for part in response.streaming_content)

    yield listen
    for response in opened:
        response.close()


@pytest.mark.django_db
class TestAStreamInAThread:
    def test_begins_with_what_is_on_air(self, parts):
        make_banner(headlines=HEADLINE)

        response, heard = parts()

        assert response["Content-Type"] == "text/event-stream"
        assert response["Cache-Control"] == "no-store, no-transform"
        beginning = next(heard)
        assert beginning.startswith(BEGINNING)
        assert '"text":"Bridge closed"' in beginning

    def test_repeats_nothing_to_whoever_was_cut_off(self, parts):
        make_banner()
        _, heard = parts()
        mark = next(heard).partition("id: ")[2].partition("\n")[0]

        _, again = parts(**{"Last-Event-ID": mark})

        assert next(again) == f"{BEGINNING}: here\n\n"

    def test_tells_a_section_what_is_aimed_at_it(self, parts):
        section = make_section()
        banner = make_banner(headlines=HEADLINE)
        FlashBanner.sections.through.objects.create(flashbanner_id=banner.pk, section_id=section.pk)

        _, everywhere = parts("?section=nonsense")
        _, here = parts(f"?section={section.pk}")

        assert "Bridge closed" not in next(everywhere)
        assert "Bridge closed" in next(here)

    def test_leaves_out_the_link_to_a_hidden_article(self, parts):
        article = make_article(slug="secret-slug")
        make_banner(headlines=[{**HEADLINE[0], "article": article.pk}])
        article.unpublish()

        _, heard = parts()

        assert "secret-slug" not in next(heard)

    def test_lets_in_no_more_than_there_are_threads_for(self, client, parts, settings):
        settings.FLASH_LISTENERS_IN_THREADS = 1
        make_banner()
        _, heard = parts()
        next(heard)

        refused = client.get("/flash/stream")

        assert (refused.status_code, refused["Retry-After"]) == (503, "15")
        assert refused["Cache-Control"] == "no-store"

    def test_ends_when_the_reader_leaves(self, parts):
        make_banner()
        response, heard = parts()
        next(heard)
        assert hub.listeners == 1

        response.close()

        assert hub.listeners == 0

    @pytest.mark.parametrize("path", ["/flash/", "/flash/stream"])
    def test_knows_no_language_that_the_site_does_not_have(self, client, front_page, path):
        refused = client.get(f"{path}?locale=xx")

        assert (refused.status_code, refused["Cache-Control"]) == (400, "no-store")


@pytest.mark.django_db
def test_who_cannot_listen_asks_for_the_same_and_is_told_when_nothing_changed(client):
    make_banner(headlines=HEADLINE)

    first = client.get("/flash/")
    again = client.get("/flash/", headers={"If-None-Match": first["ETag"]})

    assert first.json()["banners"][0]["items"][0]["text"] == "Bridge closed"
    assert first.json()["nextChangeAt"]
    assert again.status_code == 304
