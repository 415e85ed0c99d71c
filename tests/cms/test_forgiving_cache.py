"""Redis, started and stopped for real: with it the processes share, without it they go on."""

import shutil
import subprocess
import time

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches

from cms.forgiving_cache import ForgivingRedisCache
from tests.settings.processes import free_port


class Redis:
    """A Redis server of our own."""

    def __init__(self, port):
        self.port = port
        self.process = None

    def start(self):
        """Start it and wait until it answers."""
        program = shutil.which("redis-server") or pytest.fail("redis-server is not installed")
        self.process = subprocess.Popen(
            [program, "--port", str(self.port), "--save", "", "--appendonly", "no"], stdout=subprocess.DEVNULL
        )
        until = time.monotonic() + 10
        probe = ["redis-cli", "-p", str(self.port), "ping"]
        while subprocess.run(probe, capture_output=True, check=False).stdout != b"PONG\n":
            assert time.monotonic() < until
            time.sleep(0.05)

    def stop(self):
        """Stop it at once."""
        self.process.kill()
        self.process.wait()


@pytest.fixture
def redis(settings, monkeypatch):
    """Use a server of our own, which may be stopped."""
    server = Redis(free_port())
    monkeypatch.setattr("cms.forgiving_cache.REST_SECONDS", 0.2)
    monkeypatch.setattr(ForgivingRedisCache, "_away_until", 0.0)
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
    settings.CACHES = {
        "default": {
            "BACKEND": "cms.forgiving_cache.ForgivingRedisCache",
            "LOCATION": f"redis://127.0.0.1:{server.port}/0",
            "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 1},
        }
    }
    server.start()
    yield server
    server.stop()


def test_the_cache_keeps_while_redis_is_there_and_forgives_while_it_is_not(redis):
    cache = caches["default"]
    cache.set("edition", "morning")
    before = cache.get("edition"), cache.add("edition", "evening"), cache.get_many(["edition"])

    redis.stop()
    away = (
        cache.get("edition", "none"),
        cache.add("edition", "x"),
        cache.set("edition", "x"),
        cache.get_many(["a"]),
    )
    with pytest.raises(ValueError, match="Nothing is kept"):
        cache.incr("edition")
    redis.start()
    time.sleep(0.3)
    cache.set("edition", "evening")

    assert before == ("morning", False, {"edition": "morning"})
    assert away == ("none", True, None, {})
    assert cache.get("edition") == "evening"


@pytest.mark.django_db
def test_editors_stay_signed_in_and_readers_read_on_without_redis(redis, client, ask, front_page):
    client.force_login(User.objects.create_superuser("amina"))
    statuses = [client.get("/admin/").status_code]

    redis.stop()
    statuses += [client.get("/admin/").status_code, client.get("/health/ready").status_code]

    assert statuses == [200, 200, 200]
    assert ask("{ site { name } }")
