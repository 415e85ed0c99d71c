"""Streams events under ASGI. Django decides who may listen to what; it must not hold a thread while they do.

Django's own handler keeps a thread for each request until its answer ends, and for a thousand listeners that would
be a thousand threads. So the view `stream` answers at once, with the audience in a header, and the line that this
leaves open is written to here.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from django.db import connections

from news.live.listening import BEGINNING, HEARTBEAT, Listening
from news.live.state import Audience

PATH = "/flash/stream"
AUDIENCE = "X-Flash-Audience"
STREAMS = "masthead.streams"
"""The key under which a view finds in the request's scope that its answer will be streamed."""
DECIDED_AT_ONCE = 16
"""How many listeners Django decides about at the same time; the others wait their turn."""

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[dict[str, Any], Receive, Send], Awaitable[None]]


class FlashStreams:
    """An ASGI application that streams what `application` decided, and leaves everything else to it."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._deciding = asyncio.Semaphore(DECIDED_AT_ONCE)

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["path"] != PATH:
            await self._application(scope, receive, send)
            return
        messages: list[Message] = []

        async def collect(message: Message) -> None:
            messages.append(message)

        async with self._deciding:
            await self._application({**scope, STREAMS: True}, _no_body(), collect)
        audience = _audience_in(messages)
        if audience is None or scope["method"] == "HEAD":
            for message in messages:
                await send(message)
            return
        seen = dict(scope["headers"]).get(b"last-event-id", b"").decode("latin-1")
        await send({**messages[0], "headers": _without(messages[0]["headers"], b"content-length")})
        await _stream(audience, seen, receive, send)


def _audience_in(messages: list[Message]) -> Audience | None:
    """Take the audience out of an answer's headers; `None` where there is none to stream to."""
    for name, value in messages[0]["headers"] if messages else ():
        if name.lower() == AUDIENCE.lower().encode():
            messages[0]["headers"] = _without(messages[0]["headers"], name)
            return Audience(**json.loads(value))
    return None


def _without(headers: Any, dropped: bytes) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in headers if name.lower() != dropped.lower()]


async def _stream(audience: Audience, seen: str, receive: Receive, send: Send) -> None:
    loop = asyncio.get_running_loop()
    changed = asyncio.Event()

    def join() -> Listening:
        try:
            return Listening(audience, seen, lambda: loop.call_soon_threadsafe(changed.set))
        finally:
            connections.close_all()

    listening = await asyncio.to_thread(join)
    gone = asyncio.ensure_future(_gone(receive))
    try:
        await send({"type": "http.response.body", "body": BEGINNING.encode(), "more_body": True})
        while not gone.done():
            changed.clear()
            await send({"type": "http.response.body", "body": listening.news().encode(), "more_body": True})
            waiting = asyncio.ensure_future(changed.wait())
            await asyncio.wait({gone, waiting}, timeout=HEARTBEAT, return_when=asyncio.FIRST_COMPLETED)
            waiting.cancel()
    except OSError:
        return  # the reader went while we wrote
    finally:
        gone.cancel()
        listening.end()


def _no_body() -> Receive:
    """Return what Django may read of the request: an empty body. The line itself stays ours.

    Servers differ in what a second reader is told after the first one stopped reading.
    """
    messages: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Message:
        if not messages:
            await asyncio.Event().wait()
        return messages.pop()

    return receive


async def _gone(receive: Receive) -> None:
    """Return when the reader has left."""
    while (await receive())["type"] != "http.disconnect":
        pass
