"""Puts load on a server with wrk, and reads what it says."""

import os
import re
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ANSWERS_EACH = 5
"""How many answers each connection must get at least, so that how a load begins and ends says little."""
LONGEST = 40
"""Seconds that it may take to get them."""
IDLE, PATIENCE = 0.8, 30
"""The part of the machine that must have nothing to do before the next load, and how long that is waited for."""

POST = """wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
local file = io.open(os.getenv("WRK_BODY"), "rb")
wrk.body = file:read("*a")
file:close()
"""


@dataclass(frozen=True, slots=True)
class Load:
    """What came of it: requests a second, and the time that half of them took at most, in milliseconds."""

    a_second: float
    p50: float


def put_load(address: str, *, connections: int, seconds: int, body: bytes | None = None) -> Load:
    """Ask an address over so many connections for so long, or longer where it is slow.

    An answer that is no success stops the bench. What a load leaves to be answered is not the next one's to bear.
    """
    settle()
    load = _load(address, connections, seconds, body)
    wanted = ANSWERS_EACH * connections
    if load.a_second * seconds >= wanted or seconds >= LONGEST:
        return load
    settle()
    longer = min(LONGEST, max(2 * seconds, round(wanted / max(load.a_second, 0.1))))
    return _load(address, connections, longer, body)


def settle() -> None:
    """Wait until the machine has nothing to do: a slow server works on for those who left it long ago."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        before = _ticks()
        time.sleep(0.2)
        idle, total = (after - earlier for after, earlier in zip(_ticks(), before, strict=True))
        if idle >= IDLE * total:
            return


def _ticks() -> tuple[int, int]:
    """Return how long all processors together had nothing to do, and how long that was looked at."""
    ticks = [int(each) for each in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]
    return ticks[3] + ticks[4], sum(ticks)


def _load(address: str, connections: int, seconds: int, body: bytes | None) -> Load:
    wrk = shutil.which("wrk")
    if wrk is None:
        raise SystemExit("The bench needs wrk, which Debian and Ubuntu have: apt install wrk")
    with tempfile.TemporaryDirectory() as folder:
        command = [
            wrk,
            "-t1",
            f"-c{connections}",
            f"-d{seconds}s",
            "--latency",
            "--timeout",
            f"{LONGEST}s",
            address,
        ]
        environment = dict(os.environ)
        if body is not None:
            script = Path(folder, "post.lua")
            script.write_text(POST)
            environment["WRK_BODY"] = str(Path(folder, "body"))
            Path(environment["WRK_BODY"]).write_bytes(body)
            command[1:1] = ["-s", str(script)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    told = done.stdout
    if done.returncode or "Non-2xx" in told:
        raise SystemExit(f"{address} refuses:\n{told}{done.stderr}")
    return Load(float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]), _milliseconds(told))


def _milliseconds(told: str) -> float:
    number, unit = re.search(r"50%\s+([\d.]+)(us|ms|s)", told).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
