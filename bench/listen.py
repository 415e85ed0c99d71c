"""A thousand listeners of `/flash/stream` on one process: `python bench/listen.py URL [NUMBER] [SECONDS]`.

Connects them all, counts the first event of each, and then reports each change: how many heard it, and within
how many seconds the last of them did. Put a banner on air meanwhile, or let one end.
"""

import asyncio
import sys
import time
from urllib.parse import urlsplit


class Counting:
    """What was heard, by event id: how many heard it, when the first and the last of them did."""

    def __init__(self) -> None:
        self.heard: dict[str, list[float]] = {}
        self.failed = 0

    def hear(self, mark: str) -> None:
        """Note an event."""
        self.heard.setdefault(mark, []).append(time.time())


async def listen(url: str, counting: Counting) -> None:
    """Read one stream until it is cut off."""
    parts = urlsplit(url)
    try:
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        head = f"GET {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.netloc}\r\nX-Forwarded-Proto: https\r\n\r\n"
        writer.write(head.encode())
        status = await reader.readline()
        if b" 200 " not in status:
            counting.failed += 1
            return
        while line := await reader.readline():
            if line.startswith(b"id: "):
                counting.hear(line[4:].strip().decode())
    except OSError:
        counting.failed += 1


async def main(url: str, number: int, seconds: float) -> None:
    """Hold the listeners open for so many seconds and print what they heard."""
    counting = Counting()
    started = time.time()
    listeners = [asyncio.create_task(listen(url, counting)) for _ in range(number)]
    await asyncio.sleep(seconds)
    for listener in listeners:
        listener.cancel()
    print(f"{number} listeners, {counting.failed} refused")  # noqa: T201
    for mark, moments in counting.heard.items():
        first, last = min(moments), max(moments)
        print(  # noqa: T201
            f"{mark}: {len(moments)} heard it, {first - started:.2f} s in, the last {last - first:.2f} s later"
        )


if __name__ == "__main__":
    address, *rest = sys.argv[1:]
    asyncio.run(main(address, int(rest[0]) if rest else 1000, float(rest[1]) if len(rest) > 1 else 30))
