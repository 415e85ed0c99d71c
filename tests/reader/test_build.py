"""What is committed is what the sources make: a machine without Node serves the front end that stands in src/."""

import gzip
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.reader.conftest import READER

DIST = READER / "dist"
NPM = shutil.which("npm")
SCRIPT_BYTES = 60_000


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.skipif(not NPM and "CI" not in os.environ, reason="needs Node")
def test_the_committed_build_is_what_the_sources_make(tmp_path):
    copy = tmp_path / "examples" / "reader"
    shutil.copytree(READER, copy, ignore=shutil.ignore_patterns("node_modules", "dist", "*.py"))
    (tmp_path / "docs").mkdir()
    shutil.copy(READER.parents[1] / "docs" / "schema.graphql", tmp_path / "docs")

    for command in (["ci", "--no-audit", "--no-fund", "--loglevel=error"], ["run", "build"]):
        done = subprocess.run([NPM, *command], cwd=copy, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr

    built, committed = contents(copy / "dist"), contents(DIST)
    assert sorted(built) == sorted(committed), "`make reader` builds it anew"
    assert [name for name in built if built[name] != committed[name]] == []


def test_all_its_script_together_is_small():
    scripts = list(DIST.rglob("*.js"))

    assert scripts
    assert sum(len(gzip.compress(path.read_bytes())) for path in scripts) < SCRIPT_BYTES


def test_no_other_site_is_named_by_what_a_browser_loads():
    page = (DIST / "index.html").read_text()
    styles = "".join(path.read_text() for path in DIST.rglob("*.css"))

    assert "//" not in page.replace("http://127.0.0.1:8000", "")
    assert "http" not in styles
