"""What is kept to be quick: by a process, by all of them in Redis, and by caches in front of us."""

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

# How many bytes of answers a process keeps; 0 keeps none.
ANSWER_CACHE_BYTES = env.int("ANSWER_CACHE_BYTES", default=32 * 1024 * 1024)
# How long others may keep the answer to a GET, in seconds: browsers, shared caches, and for how long shared caches
# may serve it while they ask anew. The clock shortens all three.
API_MAX_AGE = env.int("API_MAX_AGE", default=0)
API_SHARED_MAX_AGE = env.int("API_SHARED_MAX_AGE", default=10)
API_STALE_WHILE_REVALIDATE = env.int("API_STALE_WHILE_REVALIDATE", default=10)
# The header that tells a CDN what an answer is made of, such as Surrogate-Key, xkey or Cache-Tag, and its length.
SURROGATE_KEY_HEADER = env.str("SURROGATE_KEY_HEADER", default="")
SURROGATE_KEY_BYTES = env.int("SURROGATE_KEY_BYTES", default=8_000)
# A cache in front that is told what has changed: by keys where the header above is set, else by addresses.
PURGE_ADDRESS = env.address("PURGE_ADDRESS", default="")
WAGTAILFRONTENDCACHE: dict[str, Any] = {}
if PURGE_ADDRESS:
    backend = (
        "cms.purging.SurrogateKeyBackend"
        if SURROGATE_KEY_HEADER
        else "wagtail.contrib.frontend_cache.backends.HTTPBackend"
    )
    WAGTAILFRONTENDCACHE["default"] = {"BACKEND": backend, "LOCATION": PURGE_ADDRESS}
