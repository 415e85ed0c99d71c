"""`/flash/stream` as server-sent events, and `/flash/` for those who cannot listen.

Under ASGI one process serves thousands of listeners (`asgi`). Under WSGI, as in `make demo`, each takes a thread,
so only a few are let in; the others are told to come back and may ask `/flash/` meanwhile.
"""

import json
import threading
from collections.abc import Iterator
from dataclasses import asdict

from django.conf import settings
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe
from graphql import GraphQLError

from cms.documents import document
from news.live.asgi import AUDIENCE, STREAMS
from news.live.hub import hub
from news.live.listening import BEGINNING, HEARTBEAT, Listening
from news.live.state import Audience, on_air, what_is_on_air
from news.models import Section

EVENTS = {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
}
NOT_KEPT = {"Cache-Control": "no-store"}


@require_safe
def latest(request: HttpRequest) -> HttpResponseBase:
    """Answer what is on air, as the API's field `flash` has it, with an ETag and a life that ends with it."""
    audience = _audience(request)
    try:
        return document(request, "application/json", lambda context: what_is_on_air(audience, context))
    except GraphQLError as error:
        return JsonResponse({"error": error.message}, status=400, headers=NOT_KEPT)


@require_safe
def stream(request: HttpRequest) -> HttpResponseBase:
    """Answer what is on air, and again whenever it changes, until the reader leaves."""
    if hub.listeners >= _most_listeners(request):
        return HttpResponse("Ask /flash/ instead.", status=503, headers={"Retry-After": "15", **NOT_KEPT})
    audience = _audience(request)
    try:
        on_air(audience)
    except GraphQLError as error:
        return JsonResponse({"error": error.message}, status=400, headers=NOT_KEPT)
    if isinstance(request, ASGIRequest):
        return HttpResponse(headers={**EVENTS, AUDIENCE: json.dumps(asdict(audience))})
    return StreamingHttpResponse(_events(audience, request.headers.get("Last-Event-ID", "")), headers=EVENTS)


def _most_listeners(request: HttpRequest) -> int:
    if isinstance(request, ASGIRequest):
        return settings.FLASH_LISTENERS if STREAMS in request.scope else 0
    return settings.FLASH_LISTENERS_IN_THREADS


def _audience(request: HttpRequest) -> Audience:
    """Return whose ticker is asked for. An unknown section is the front page: so many audiences, and no more."""
    section = request.GET.get("section", "")[:18]
    known = section.isascii() and section.isdigit() and Section.objects.filter(pk=section).exists()
    return Audience(section=section if known else None, locale=request.GET.get("locale") or None)


def _events(audience: Audience, seen: str) -> Iterator[str]:
    changed = threading.Event()
    listening = Listening(audience, seen, changed.set)
    try:
        yield BEGINNING + listening.news()
        while True:
            changed.wait(HEARTBEAT)
            changed.clear()
            yield listening.news()
    finally:
        listening.end()
