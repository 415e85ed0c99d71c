"""How a process hears at once that another one changed a banner: over Redis, where a setting names one.

Without Redis, or while it is away, a look at the database each second does.
"""

import logging
import time
from typing import Any, Protocol

from django.conf import settings
from django.db import transaction

logger = logging.getLogger(__name__)
CHANNEL = "masthead:flash"


class Bell(Protocol):
    """Something to wait for."""

    def wait(self, seconds: float) -> None:
        """Return when it rings, or after so many seconds."""

    def close(self) -> None:
        """Listen no more."""


class SilentBell:
    """Where there is no Redis: only time passes."""

    def wait(self, seconds: float) -> None:
        """Return after so many seconds."""
        time.sleep(seconds)

    def close(self) -> None:
        """Do nothing."""


class RedisBell:
    """Rings when any process says that a banner changed."""

    def __init__(self, address: str) -> None:
        self._pubsub = _client(address).pubsub(ignore_subscribe_messages=True)
        self._subscribed = False

    def wait(self, seconds: float) -> None:
        """Return at the next message; time alone passes while Redis is away."""
        try:
            if not self._subscribed:
                self._pubsub.subscribe(CHANNEL)
                self._subscribed = True
            until = time.monotonic() + seconds
            while (left := until - time.monotonic()) > 0:
                if self._pubsub.get_message(timeout=left):
                    return
        except OSError as error:
            self._away(error, seconds)
        except Exception as error:  # noqa: BLE001 - the client's own errors, which are named only where it is installed
            self._away(error, seconds)

    def _away(self, error: Exception, seconds: float) -> None:
        logger.warning("Redis is away, the ticker looks at the database instead: %s", error)
        self._subscribed = False
        time.sleep(seconds)

    def close(self) -> None:
        """Give the connection back."""
        self._pubsub.close()


def bell() -> Bell:
    """Return what to wait for between two looks."""
    return RedisBell(settings.FLASH_REDIS_URL) if settings.FLASH_REDIS_URL else SilentBell()


def ring() -> None:
    """Tell every process, once the change is stored, that a banner changed."""
    if settings.FLASH_REDIS_URL:
        transaction.on_commit(_publish, robust=True)


def _publish() -> None:
    try:
        _client(settings.FLASH_REDIS_URL).publish(CHANNEL, "changed")
    except Exception as error:  # noqa: BLE001 - whatever it is, an editor's banner must not fail for it
        logger.warning("Redis did not take the news of a banner: %s", error)


def _client(address: str) -> Any:
    import redis  # noqa: PLC0415 - a demo runs without it

    return redis.Redis.from_url(address, socket_connect_timeout=1, socket_keepalive=True)
