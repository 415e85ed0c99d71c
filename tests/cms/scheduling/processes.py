"""Runners as processes of their own, on the database of a test, to be killed like any process."""

import os
import random
import subprocess
import sys
from types import TracebackType

from django.conf import settings
from django.db import connection

from settings.env import ROOT


class Runners:
    """Some runners that go on beside a test; one that is killed is started again, as a supervisor would."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> "Runners":
        self.processes = [self._start() for _ in range(self.number)]
        return self

    def __exit__(
        self, kind: type | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for process in self.processes:
            _kill(process)

    def kill_one(self) -> None:
        """Kill one of them as the system does when memory runs out, and start another in its place."""
        place = random.randrange(self.number)
        _kill(self.processes[place])
        self.processes[place] = self._start()

    def stop(self) -> list[int]:
        """Ask all of them to stop, once they say that they run, and return their exit codes."""
        for process in self.processes:
            process.stdout.readline()
            process.terminate()
        return [process.wait(timeout=30) for process in self.processes]

    def _start(self) -> "subprocess.Popen[bytes]":
        values = connection.settings_dict
        place = f"{values['USER']}:{values['PASSWORD']}@{values['HOST']}:{values['PORT'] or 5432}"
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
            "DATABASE_URL": f"postgres://{place}/{values['NAME']}",
        }
        command = [sys.executable, "manage.py", "run_scheduler"]
        return subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )


def _kill(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    process.stdout.close()
