"""The containers' files say what can be run."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

from tests.settings.processes import ROOT


@pytest.fixture
def services():
    """Return the services of compose.yaml."""
    return yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]


def test_the_dockerfile_has_nothing_that_a_linter_minds():
    linter = Path(shutil.which("hadolint") or ROOT / ".venv" / "bin" / "hadolint")

    linted = subprocess.run([linter, ROOT / "Dockerfile"], capture_output=True, text=True, check=False)

    assert (linted.returncode, linted.stdout) == (0, "")


def test_every_service_runs_a_command_that_exists(services):
    commands = [each["command"] for each in services.values() if each.get("command", [""])[0] == "python"]

    assert {command[2] for command in commands} == {"migrate_once", "run_worker", "run_scheduler"}
    assert {command[2] for command in commands} <= set(get_commands())


def test_every_variable_of_a_service_is_one_that_is_read(services):
    listed = set(re.findall(r"^#? ?([A-Z][A-Z0-9_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    ours = [each for each in services.values() if each.get("build")]

    assert len(ours) == 5
    assert all(set(each["environment"]) <= listed for each in ours)
    assert all(each["read_only"] for each in ours)


def test_every_volume_and_dependency_is_there(services):
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text())

    for each in services.values():
        assert set(each.get("depends_on", ())) <= set(services)
        for volume in each.get("volumes", ()):
            source = volume.split(":")[0]
            assert source in compose["volumes"] or (ROOT / source).exists()
