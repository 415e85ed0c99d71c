"""Readers: what they are answered, from the cache of a process of its own or computed on the spot."""

import json
import subprocess
import sys
from typing import Any

from django.test import RequestFactory

from settings.env import ROOT


def answer(endpoint: Any, query: str, variables: dict[str, Any]) -> str:
    """Return the text that an endpoint answers."""
    body = json.dumps({"query": query, "variables": variables})
    request = RequestFactory().post("/graphql/", body, content_type="application/json")
    return endpoint(request).content.decode()


class Reader:
    """A process with an answer cache of its own."""

    def __init__(self, environment: dict[str, str], *planted: str) -> None:
        command = [sys.executable, "-m", "tests.exactness.reader", *planted]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def send(self, asked: Any) -> None:
        """Ask: a moment and queries with their variables."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()

    def receive(self) -> list[str]:
        """Return the answers to what was asked."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "the reader ended"
        return json.loads(line)

    def counts(self) -> tuple[int, int]:
        """Return how many answers were served from the cache, and how many were made."""
        self.send(None)
        served, made = map(int, self.receive())
        return served, made

    def stop(self) -> None:
        """End the process."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(timeout=30)
