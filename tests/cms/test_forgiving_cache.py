"""Redis, started and stopped for real: with it the processes share, without it they go on."""

import time

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches

from cms.forgiving_cache import ForgivingRedisCache
from tests.settings.redis_server import own_redis


@pytest.fixture
def redis(settings, monkeypatch):
    """Use a server of our own, which may be stopped."""
    monkeypatch.setattr("cms.forgiving_cache.REST_SECONDS", 0.2)
    monkeypatch.setattr(ForgivingRedisCache, "_away_until", 0.0)
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
    with own_redis() as server:
        settings.CACHES = {
            "default": {
                "BACKEND": "cms.forgiving_cache.ForgivingRedisCache",
                "LOCATION": server.address,
                "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 1},
            }
        }
        yield server


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


def test_clearing_leaves_what_others_keep_in_the_same_redis(redis):
    ours, other = (ForgivingRedisCache(redis.address, {"KEY_PREFIX": prefix}) for prefix in ("paper", "shop"))
    for cache in (ours, other):
        cache.set_many({"edition": "morning", "pages": 24})

    ours.clear()

    assert ours.get_many(["edition", "pages"]) == {}
    assert other.get_many(["edition", "pages"]) == {"edition": "morning", "pages": 24}


@pytest.mark.django_db
def test_editors_stay_signed_in_and_readers_read_on_without_redis(redis, client, ask, front_page):
    client.force_login(User.objects.create_superuser("amina"))
    statuses = [client.get("/admin/").status_code]

    redis.stop()
    statuses += [client.get("/admin/").status_code, client.get("/health/ready").status_code]

    assert statuses == [200, 200, 200]
    assert ask("{ site { name } }")
