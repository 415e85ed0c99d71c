"""Who asks: the address of a client behind proxies of ours."""

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """Return the client's network address.

    `TRUSTED_PROXIES` is how many proxies of ours stand in front. Each adds the address it was asked from at the
    right of X-Forwarded-For; what stands further left was written by the client and may say anything.
    """
    forwarded = [
        part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()
    ]
    proxies = settings.TRUSTED_PROXIES
    if proxies and forwarded:
        return forwarded[-min(proxies, len(forwarded))]
    return str(request.META.get("REMOTE_ADDR", ""))
