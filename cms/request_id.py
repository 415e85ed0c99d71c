"""One id for each request: in the answer's header, in masked errors and in the log."""

import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-ID"
current_request_id: ContextVar[str] = ContextVar("current_request_id", default="")
SANE = re.compile(r"[A-Za-z0-9._-]{8,64}")


class RequestIdMiddleware:
    """Gives each request an id, a proxy's own if that is sane, and tells it in the answer's header.

    Stands first, so that every answer has one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the id in the header."""
        request_id = request_id_of(request)
        reset = current_request_id.set(request_id)
        try:
            response = self.get_response(request)
        finally:
            current_request_id.reset(reset)
        response[HEADER] = request_id
        return response


def request_id_of(request: HttpRequest) -> str:
    """Return the request's id, deciding it when it is first asked for."""
    request_id: str | None = request.META.get("masthead.request_id")
    if request_id is None:
        proposed = request.headers.get(HEADER, "")
        request_id = proposed if SANE.fullmatch(proposed) else secrets.token_hex(16)
        request.META["masthead.request_id"] = request_id
    return request_id
