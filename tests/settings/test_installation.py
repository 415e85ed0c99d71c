"""docs/operations.md, "From nothing, step by step", run word for word on ports and in a folder of its own."""

import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager

from tests.house.sources import project_files, short
from tests.settings.postgresql import own_server
from tests.settings.processes import ROOT, free_port
from tests.settings.redis_server import own_redis

# What a machine that runs these tests has, and what takes long to bring: programs, the environment, an object storage.
DONE_ALREADY = {"1", "3", "4"}
HOME = "/srv/masthead"
MOST_SECONDS = 900


def steps():
    """Return the commands of each step by its number."""
    text = (ROOT / "docs" / "operations.md").read_text()
    chapter = text.split("## From nothing, step by step\n")[1].split("\n## ")[0]
    parts = re.split(r"^\*\*(\d)\. ", chapter, flags=re.MULTILINE)[1:]
    return {
        number: "\n".join(re.findall(r"```sh\n(.+?)```", part, re.DOTALL))
        for number, part in zip(parts[::2], parts[1::2], strict=True)
    }


def here(commands, folder, ports):
    """Return commands with a folder and ports of our own."""
    for port, own in ports.items():
        commands = re.sub(rf"(127\.0\.0\.1:|localhost:|listen ){port}\b", rf"\g<1>{own}", commands)
    if os.geteuid() != 0:
        commands = commands.replace("runuser -u postgres -- ", "")
    return commands.replace(HOME, str(folder))


def copy_code(folder):
    """Copy what is in the repository, beside the environment that runs these tests."""
    for path in project_files():
        target = folder / "code" / short(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
    (folder / "code" / ".venv").symlink_to(sys.prefix)


@contextmanager
def shell(commands, folder, **variables):
    """Run commands in one shell, and end all that they left running when the block ends; yields what they printed."""
    script = folder / "steps.sh"
    script.write_text("set -euo pipefail\n" + commands)
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    with (folder / "told").open("w") as told:
        process = subprocess.Popen(
            ["bash", str(script)],
            env={**kept, **variables},
            stdout=told,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        ended = process.wait(timeout=MOST_SECONDS)
        said = (folder / "told").read_text()
        assert ended == 0, "\n".join(line[:300] for line in said.splitlines() if not line.startswith("{"))[
            -4000:
        ]
        yield said
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
        if (folder / "nginx.pid").exists():  # nginx runs on by itself
            os.kill(int((folder / "nginx.pid").read_text()), signal.SIGTERM)


def test_what_the_steps_say_brings_up_the_production_form(tmp_path, s3_server):
    copy_code(tmp_path)
    by_number = steps()
    ports = {"8000": free_port(), "8001": free_port(), "8443": free_port()}
    ports["9000"] = s3_server.rpartition(":")[2]
    with own_server() as database, own_redis() as redis:
        ports |= {"5432": database.port, "6379": redis.port}
        commands = "\n".join(text for number, text in by_number.items() if number not in DONE_ALREADY)
        reached = {
            "PGHOST": "127.0.0.1",
            "PGPORT": str(database.port),
            "PGUSER": "masthead",
            "PGDATABASE": "postgres",
        }
        bind = {"WEB_BIND": f"127.0.0.1:{ports['8000']}", "WEB_WORKERS": "1"}
        with shell(here(commands, tmp_path, ports), tmp_path, **reached, **bind) as said:
            pass

    assert sorted(by_number) == list("123456789")
    assert said.count('{"status": "ok"}') == 2
    assert re.search(r'\{"data":\{"articles":\{"totalCount":\d+,"nodes":\[\{"title":', said)
    assert "X-Cache: HIT" in said
    assert "200 admin" in said
    assert "200 feed" in said
    assert "event: " in said
    assert (tmp_path / "backup" / "manifest.json").exists()
    assert (tmp_path / "code" / ".env").stat().st_mode & 0o077 == 0
