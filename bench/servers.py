"""Starts and stops the servers that are measured, all with three workers, as production has them on two cores."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKERS, THREADS = "3", "2"


@dataclass(slots=True)
class Server:
    """A WSGI application behind a server of its own; a context manager."""

    name: str
    application: str
    port: int
    environment: dict[str, str]
    check: str
    software: str = "gunicorn"
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def __enter__(self) -> "Server":
        environment = {**os.environ, **self.environment}
        log = (ROOT / "var" / f"bench-{self.name.replace(' ', '-')}.log").open("wb")
        self._process = subprocess.Popen(
            self._command(), cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{self.check}", timeout=5):
                    return self
            except OSError:
                time.sleep(0.2)
        raise SystemExit(f"{self.name} does not start; see {log.name}")

    def __exit__(self, *_: object) -> None:
        if self._process:
            os.killpg(self._process.pid, signal.SIGTERM)
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)

    def _command(self) -> list[str]:
        if self.software == "gunicorn":
            arguments = [
                "--workers",
                WORKERS,
                "--threads",
                THREADS,
                "--worker-class",
                "gthread",
                "--keep-alive",
                "75",
            ]
            return [
                sys.executable,
                "-m",
                "gunicorn",
                self.application,
                "--bind",
                f"127.0.0.1:{self.port}",
                *arguments,
            ]
        arguments = ["--interface", "wsgi", "--workers", WORKERS, "--blocking-threads", "2", "--no-ws"]
        arguments += ["--host", "127.0.0.1", "--port", str(self.port), "--backpressure", "256"]
        return [sys.executable, "-m", "granian", *arguments, self.application]

    def megabytes(self) -> int:
        """Return how much memory the largest of its processes has, counting what it shares by halves."""
        assert self._process
        return max(_megabytes(pid) for pid in _family(self._process.pid))


def _family(pid: int) -> list[int]:
    found = [pid]
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[2]) == pid:  # its process group
            found.append(int(status.parent.name))
    return found


def _megabytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) // 1024
