"""Django's Redis cache, whose absence slows the site and breaks nothing."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache

logger = logging.getLogger(__name__)

# After a failure the server is left alone for this long, so that nobody waits for it at every step.
REST_SECONDS = 3.0


class ForgivingRedisCache(RedisCache):
    """Finds nothing and keeps nothing while Redis is away, and uses it again once it is back."""

    _away_until = 0.0

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        """Return what is kept, else the default."""
        return self._attempt(super().get, default, key, default, version)

    def get_many(self, keys: Any, version: Any = None) -> Any:
        """Return what is kept of several."""
        return self._attempt(super().get_many, {}, keys, version)

    def add(self, key: Any, *args: Any, **kwargs: Any) -> Any:
        """Keep what is not kept; as if it had not been kept while Redis is away."""
        return self._attempt(super().add, True, key, *args, **kwargs)

    def set(self, key: Any, *args: Any, **kwargs: Any) -> Any:
        """Keep."""
        return self._attempt(super().set, None, key, *args, **kwargs)

    def set_many(self, *args: Any, **kwargs: Any) -> Any:
        """Keep several; none fails in a way that anybody must know."""
        return self._attempt(super().set_many, [], *args, **kwargs)

    def touch(self, key: Any, *args: Any, **kwargs: Any) -> Any:
        """Keep for longer."""
        return self._attempt(super().touch, False, key, *args, **kwargs)

    def delete(self, key: Any, version: Any = None) -> Any:
        """Forget."""
        return self._attempt(super().delete, False, key, version)

    def delete_many(self, keys: Any, version: Any = None) -> Any:
        """Forget several."""
        return self._attempt(super().delete_many, None, keys, version)

    def has_key(self, key: Any, version: Any = None) -> Any:
        """Return whether something is kept."""
        return self._attempt(super().has_key, False, key, version)

    def incr(self, key: Any, delta: int = 1, version: Any = None) -> Any:
        """Count; `ValueError` where nothing is counted, as of every cache."""
        counted = self._attempt(super().incr, None, key, delta, version)
        if counted is None:
            raise ValueError(f"Nothing is kept under {key!r}.")
        return counted

    def clear(self) -> Any:
        """Forget everything of ours; what others keep in the same Redis stays."""
        return self._attempt(self._forget_ours, False)

    def _forget_ours(self) -> bool:
        redis = self._cache.get_client(write=True)
        keys = list(redis.scan_iter(f"{self.key_prefix}:*", count=1000))
        return bool(keys and redis.delete(*keys))

    def _attempt(self, operation: Callable[..., Any], otherwise: Any, *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() < ForgivingRedisCache._away_until:
            return otherwise
        try:
            return operation(*args, **kwargs)
        except OSError as error:
            away = error
        except Exception as error:
            if not type(error).__module__.startswith("redis."):
                raise
            away = error  # type: ignore[assignment]
        ForgivingRedisCache._away_until = time.monotonic() + REST_SECONDS
        logger.warning("Redis is away; the site goes on without it. %s", away)
        return otherwise
