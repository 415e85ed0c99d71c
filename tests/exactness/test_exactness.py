"""What is kept is what would be answered, after whatever editors do: a short run of the proof."""

import os
import sqlite3
import subprocess
import sys

import pytest
from django.db import connection

from settings.env import ROOT
from tests.exactness.proof import address

STEPS = 60


@pytest.fixture
def database(transactional_db, tmp_path):
    """The address of an empty newsroom that other processes can open."""
    if connection.vendor != "sqlite":
        return address()
    file = tmp_path / "newsroom.sqlite3"
    connection.ensure_connection()
    with sqlite3.connect(file) as copy:
        connection.connection.backup(copy)
    copy.close()
    return f"sqlite:///{file}"


def prove(database, *planted):
    """Run the proof and return what it says and how it ends."""
    command = [sys.executable, "-m", "tests.exactness", "--steps", str(STEPS), "--seed", "7", *planted]
    environment = {**os.environ, "DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "settings.test"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600)


def test_two_processes_serve_what_is_computed_after_every_step_of_editing(database):
    run = prove(database)

    assert run.returncode == 0, run.stdout + run.stderr
    assert f"{STEPS} steps" in run.stdout


def test_a_forgotten_eviction_is_found(database):
    run = prove(database, "--deaf-to", "page", "table", "pages", "articles/section", "tree", "publication")

    assert run.returncode == 1
    assert "served:" in run.stderr
