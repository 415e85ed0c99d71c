"""`/flash/stream` as server-sent events, and `/flash/` for those who cannot listen.

Under ASGI one process serves a thousand listeners, each a coroutine. Under WSGI, as in `make demo`, each takes a
thread, so only a few are let in; the others are told to come back and may ask `/flash/` meanwhile.
"""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator

from django.conf import settings
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe
from graphql import GraphQLError

from cms.documents import document
from news.live.hub import Channel, hub
from news.live.state import Audience, on_air, what_is_on_air
from news.models import Section

HEARTBEAT = 15.0
RETRY_MILLISECONDS = 3000


@require_safe
def latest(request: HttpRequest) -> HttpResponseBase:
    """Answer what is on air, as the API's field `flash` has it, with an ETag and a life that ends with it."""
    audience = _audience(request)
    try:
        return document(request, "application/json", lambda context: what_is_on_air(audience, context))
    except GraphQLError as error:
        return JsonResponse({"error": error.message}, status=400)


@require_safe
def stream(request: HttpRequest) -> HttpResponseBase:
    """Answer what is on air, and again whenever it changes, until the reader leaves."""
    is_async = isinstance(request, ASGIRequest)
    most = settings.FLASH_LISTENERS if is_async else settings.FLASH_LISTENERS_IN_THREADS
    if hub.listeners >= most:
        return HttpResponse("Ask /flash/ instead.", status=503, headers={"Retry-After": "15"})
    audience = _audience(request)
    try:
        on_air(audience)
    except GraphQLError as error:
        return JsonResponse({"error": error.message}, status=400)
    seen = request.headers.get("Last-Event-ID", "")
    response = StreamingHttpResponse(
        _coroutine_events(audience, seen) if is_async else _thread_events(audience, seen),
        content_type="text/event-stream",
    )
    response["Cache-Control"] = "no-store, no-transform"
    response["X-Accel-Buffering"] = "no"
    return response


def _audience(request: HttpRequest) -> Audience:
    """Return whose ticker is asked for. An unknown section is the front page: so many audiences, and no more."""
    section = request.GET.get("section", "")
    known = section.isascii() and section.isdigit() and Section.objects.filter(pk=section[:18]).exists()
    return Audience(section=section if known else None, locale=request.GET.get("locale") or None)


class _Listening:
    """One listener's place in the hub, and what it has been told."""

    def __init__(self, audience: Audience, seen: str, wake: Callable[[], object]) -> None:
        self._wake = wake
        self._seen = seen
        self._channel: Channel = hub.join(audience, wake)

    def news(self) -> str:
        """Return the event that the listener has not had yet; else a comment that keeps the line open."""
        state = self._channel.state
        if state.mark == self._seen:
            return ": here\n\n"
        self._seen = state.mark
        return f"id: {state.mark}\nevent: flash\ndata: {state.text}\n\n"

    def end(self) -> None:
        """Leave the hub."""
        hub.leave(self._channel, self._wake)


async def _coroutine_events(audience: Audience, seen: str) -> AsyncIterator[str]:
    loop = asyncio.get_running_loop()
    changed = asyncio.Event()
    listening = await asyncio.to_thread(
        _Listening, audience, seen, lambda: loop.call_soon_threadsafe(changed.set)
    )
    try:
        yield f"retry: {RETRY_MILLISECONDS}\n\n"
        while True:
            changed.clear()
            yield listening.news()
            try:
                await asyncio.wait_for(changed.wait(), HEARTBEAT)
            except TimeoutError:
                continue
    finally:
        listening.end()


def _thread_events(audience: Audience, seen: str) -> Iterator[str]:
    changed = threading.Event()
    listening = _Listening(audience, seen, changed.set)
    try:
        yield f"retry: {RETRY_MILLISECONDS}\n\n"
        while True:
            changed.clear()
            yield listening.news()
            changed.wait(HEARTBEAT)
    finally:
        listening.end()
