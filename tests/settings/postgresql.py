"""A PostgreSQL server of the tests' own, which they may stop, start and replicate."""

import glob
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.settings.processes import free_port

SETTINGS = "fsync=off", "synchronous_commit=off", "max_connections=60", "listen_addresses=127.0.0.1"


class Server:
    """One server with its folder and port."""

    def __init__(self, folder: Path, *settings: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.settings = SETTINGS + settings

    @property
    def address(self) -> str:
        """What DATABASE_URL says of its database."""
        return f"postgres://masthead@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start, and wait until it takes connections."""
        told = [f"port={self.port}", f"unix_socket_directories={self.folder}", *self.settings]
        options = " ".join(f"-c {each}" for each in told)
        run("pg_ctl", "start", "-w", "-D", self.folder, "-l", f"{self.folder}/log", "-o", options)

    def stop(self) -> None:
        """Stop at once, whoever is connected, as a crash does."""
        run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", self.folder)

    def is_running(self) -> bool:
        """Return whether it runs."""
        return run("pg_ctl", "status", "-D", self.folder, check=False) == 0


def run(program: str, *arguments: object, check: bool = True) -> int:
    """Run a program of the server's as somebody who is not root, whom PostgreSQL refuses."""
    found = shutil.which(program) or next(iter(sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{program}"))), "")
    if not found:
        pytest.fail(f"{program} is not installed; Debian has it in the package postgresql")
    command = [found, *map(str, arguments)]
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    ended = subprocess.run(
        command,
        cwd="/",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    assert not check or ended.returncode == 0, ended.stderr
    return ended.returncode


@contextmanager
def own_folder() -> Iterator[Path]:
    """Make a folder that belongs to who runs the server."""
    folder = Path(tempfile.mkdtemp(prefix="masthead-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def replica_of(primary: Server, *settings: str) -> Iterator[Server]:
    """Run a server that follows another until the block ends. Its log has every statement."""
    with own_folder() as folder:
        where = f"host=127.0.0.1 port={primary.port} user=masthead"
        run("pg_basebackup", "--no-sync", "--checkpoint=fast", "-R", "-d", where, "-D", folder)
        server = Server(folder, "log_statement=all", *settings)
        yield from _running(server)


def _running(server: Server) -> Iterator[Server]:
    server.start()
    try:
        yield server
    finally:
        if server.is_running():
            server.stop()


@contextmanager
def own_server() -> Iterator[Server]:
    """Run a server with an empty database until the block ends."""
    with own_folder() as folder:
        run("initdb", "--no-sync", "--auth=trust", "--username=masthead", "--encoding=UTF8", "-D", folder)
        yield from _running(Server(folder))
