"""How much one client may have worked out in a minute, counted by what it costs.

Only answers that must be worked out are counted: what a cache gives away costs nothing. The count is kept in the
cache that all processes share, or in each process where there is none; where that cache is away, nobody is refused.
"""

import ipaddress
import time
from functools import lru_cache

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from cms.client import address_of
from cms.graphql.errors import RATE_LIMITED, refusal

MINUTE = 60
SITE_OF_IPV6 = 64


def spend(request: HttpRequest, points: int) -> None:
    """Count points against whoever asks; refuse with 429 what goes beyond `settings.GRAPHQL_POINTS_A_MINUTE`."""
    allowed = settings.GRAPHQL_POINTS_A_MINUTE
    client = _client(address_of(request))
    if not allowed or _is_exempt(client, tuple(settings.RATE_LIMIT_EXEMPT)):
        return
    minute, second = divmod(int(time.time()), MINUTE)
    key = f"graphql-points:{client}:{minute}"
    if _count(key, points) > allowed:
        wait = str(MINUTE - second)
        message = (
            f"Too much was asked in a minute: {allowed:,} points are allowed. Ask again in {wait} seconds."
        )
        raise refusal(message, code=RATE_LIMITED, status=429, **{"Retry-After": wait})


def _count(key: str, points: int) -> int:
    cache.add(key, 0, timeout=2 * MINUTE)
    try:
        return cache.incr(key, points)
    except ValueError:  # the cache is away, or has just forgotten the key
        return 0


def _client(address: str) -> str:
    """Return whom an address stands for: a network of IPv6 has more addresses than anybody could count."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(ip, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((ip, SITE_OF_IPV6), strict=False).network_address)
    return str(ip)


@lru_cache(maxsize=1024)
def _is_exempt(client: str, networks: tuple[str, ...]) -> bool:
    if client == "unknown":
        return False
    return any(ipaddress.ip_address(client) in ipaddress.ip_network(network) for network in networks)
