"""Puts load on a server with wrk, and reads what it says."""

import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

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
    """Ask an address over so many connections for so long; an answer that is no success stops the bench."""
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
            "20s",
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
