"""The public audits of the npm package graphql-http pass: every MUST, every SHOULD and every MAY."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NODE, NPM = shutil.which("node"), shutil.which("npm")

pytestmark = pytest.mark.skipif(not (NODE and NPM) and "CI" not in os.environ, reason="needs node and npm")


@pytest.fixture(scope="module")
def audit_suite(tmp_path_factory):
    """Install the suite as the lock file pins it, in a folder of its own."""
    folder = tmp_path_factory.mktemp("graphql-http")
    for name in ("package.json", "package-lock.json", "audit.mjs"):
        shutil.copy(HERE / name, folder)
    installed = subprocess.run(
        [NPM, "ci", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert installed.returncode == 0, installed.stderr
    return folder


@pytest.mark.django_db(transaction=True)
def test_the_endpoint_passes_every_audit(live_server, audit_suite):
    audited = subprocess.run(
        [NODE, "audit.mjs", f"{live_server.url}/graphql/"],
        cwd=audit_suite,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert audited.returncode == 0, audited.stderr
    results = json.loads(audited.stdout)
    failed = [f"{each['id']} {each['name']}: {each['reason']}" for each in results if each["status"] != "ok"]
    assert len(results) > 50
    assert failed == []
