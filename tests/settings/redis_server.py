"""A Redis server of the tests' own, which they may stop and start."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.settings.processes import free_port


class Redis:
    """One server with its port."""

    def __init__(self) -> None:
        self.port = free_port()
        self.address = f"redis://127.0.0.1:{self.port}/0"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait until it answers."""
        program = shutil.which("redis-server") or pytest.fail("redis-server is not installed")
        told = [program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self._process = subprocess.Popen(told, stdout=subprocess.DEVNULL)
        until = time.monotonic() + 10
        probe = ["redis-cli", "-p", str(self.port), "ping"]
        while subprocess.run(probe, capture_output=True, check=False).stdout != b"PONG\n":
            assert time.monotonic() < until
            time.sleep(0.05)

    def stop(self) -> None:
        """Stop at once."""
        if self._process:
            self._process.kill()
            self._process.wait()


@contextmanager
def own_redis() -> Iterator[Redis]:
    """Run a server until the block ends."""
    server = Redis()
    server.start()
    try:
        yield server
    finally:
        server.stop()
