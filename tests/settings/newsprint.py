"""A task that a worker is killed in."""

import os
import time
from pathlib import Path

from django_tasks import task


@task()
def print_edition(folder: str) -> None:
    """Print; while there is a file `jammed`, wait in the middle."""
    place = Path(folder)
    (place / f"begun-by-{os.getpid()}").touch()
    while (place / "jammed").exists():
        time.sleep(0.05)
    (place / f"printed-by-{os.getpid()}").touch()
