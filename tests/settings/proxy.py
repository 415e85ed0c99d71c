"""nginx with the configuration that we ship, before servers of the tests."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.settings.processes import ROOT, await_answer, free_port


@contextmanager
def nginx(folder: Path, *origins: str) -> Iterator[str]:
    """Run nginx before origins such as 127.0.0.1:8000 until the block ends; yields its address."""
    program = shutil.which("nginx") or pytest.fail("nginx is not installed")
    port = free_port()
    (folder / "nginx.conf").write_text(configuration(origins, port, folder))
    told = ["-c", folder / "nginx.conf", "-e", folder / "errors", "-g", "daemon off;"]
    with (
        (folder / "log-nginx").open("w") as log,
        subprocess.Popen([program, *map(str, told)], stderr=log) as process,
    ):
        try:
            await_answer(process, f"http://127.0.0.1:{port}/health/live", folder / "errors")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def configuration(origins: tuple[str, ...], port: int, folder: Path) -> str:
    """Return what we ship, with the origins, port and folder of a test."""
    written = (ROOT / "deploy" / "nginx.conf").read_text()
    servers = "\n".join(f"server {each} max_fails=0;" for each in origins)
    for shipped, here in (
        ("server web:8000 max_fails=0;", servers),
        ("server stream:8000", f"server {origins[0]}"),
        ("listen 8080", f"listen 127.0.0.1:{port}"),
        ("/tmp/", f"{folder}/"),
        ("worker_processes auto", "worker_processes 1"),
    ):
        assert shipped in written
        written = written.replace(shipped, here)
    return f"user root;\n{written}"  # who else runs it, stays who they are
