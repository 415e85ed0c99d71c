"""What processes share to be quick: nothing by default, Redis by its address."""

from typing import Any

from settings.env import env

REDIS_URL = env.str("REDIS_URL", default="")
CACHES: dict[str, Any] = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

if REDIS_URL:
    CACHES["default"] = {
        "BACKEND": "cms.forgiving_cache.ForgivingRedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "masthead",
        "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 1},
    }
    # The database holds every session, Redis a copy: without it, editors stay signed in.
    SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
