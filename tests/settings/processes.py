"""Production as a process of its own: its environment, its database, its port."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
COMPLETE = {
    "SECRET_KEY": "only-for-the-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
    "DATABASE_URL": "sqlite:///:memory:",
    "ALLOWED_HOSTS": "cms.example",
    "ADMIN_BASE_URL": "https://cms.example",
    "FRONT_END_URL": "https://www.example",
}


def environment(**variables: str) -> dict[str, str]:
    """Return what a process of production gets, and nothing of what this one was told."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "DJANGO_SETTINGS_MODULE": "settings.production", **COMPLETE, **variables}


def run(*command: str, patience: float = 180, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python in production's environment and return how it ended."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=patience,
        check=False,
    )


def database_for_processes(folder: Path) -> str:
    """Return the address of a database that other processes see what the tests have written to."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(folder / "copy.sqlite3")])
        return f"sqlite:///{folder / 'copy.sqlite3'}"
    known = connection.settings_dict
    user = ":".join(filter(None, (known["USER"], known["PASSWORD"])))
    return f"postgres://{user}@{known['HOST']}:{known['PORT'] or 5432}/{known['NAME']}"


@contextmanager
def empty_database(folder: Path) -> Iterator[str]:
    """Make a database beside the tests' own; yields its address, and takes it away at the end."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{folder / 'new.sqlite3'}"
        return
    known = database_for_processes(folder)
    name = f"{connection.settings_dict['NAME']}_new"
    with connection.cursor() as cursor:
        cursor.execute(
            f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'
        )  # of a run that was ended from outside
        cursor.execute(f'CREATE DATABASE "{name}"')
    try:
        yield f"{known.rpartition('/')[0]}/{name}"
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def fetch(address: str) -> tuple[int, dict[str, str], bytes]:
    """Ask as a proxy that ends https does; return status, headers and body, whatever the status."""
    request = urllib.request.Request(address, headers={"X-Forwarded-Proto": "https"})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, dict(answer.headers), answer.read()


@contextmanager
def gunicorn(
    log: Path, *arguments: str, application: str = "settings.wsgi", **variables: str
) -> Iterator[Any]:
    """Serve production until the block ends; yields the process, with its `address`."""
    told = environment(**{"WEB_BIND": f"127.0.0.1:{free_port()}", "WEB_WORKERS": "1", **variables})
    address = f"http://{told['WEB_BIND']}"
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "python:settings.gunicorn",
        *arguments,
        application,
    ]
    with log.open("w") as output, subprocess.Popen(command, cwd=ROOT, env=told, stderr=output) as process:
        process.address = address  # type: ignore[attr-defined]
        try:
            await_answer(process, f"{address}/health/live", log)
            yield process
        finally:
            process.terminate()


def await_answer(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Wait until an address answers, whatever it does; a process that ends first fails with its log."""
    until = time.monotonic() + 120
    while time.monotonic() < until and process.poll() is None:
        try:
            fetch(address)
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"It does not serve:\n{log.read_text()}")
