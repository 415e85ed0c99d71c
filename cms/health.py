"""Whether this process lives, whether it can serve, and whether work gets done.

`/health/live` asks nothing: a process that answers lives. `/health/ready` asks the database, and whether it has
every migration; caches are not asked, since the site works without them. `/health/work` asks whether background
work gets done, which is no reason to take a web server out of service.
"""

import logging
from collections.abc import Callable

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

from cms.work import state_of_work

logger = logging.getLogger(__name__)

PREFIX = "/health/"


class HealthMiddleware:
    """Answers probes before anything asks for https, a host name or a session, which probes do not bring."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a probe, or pass the request on."""
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        probe = PROBES.get(request.path_info.removeprefix(PREFIX))
        if probe is None or request.method not in ("GET", "HEAD"):
            return HttpResponse(status=404)
        problem = _problem_of(probe)
        body = {"status": "unavailable", "problem": problem} if problem else {"status": "ok"}
        return JsonResponse(body, status=503 if problem else 200, headers={"Cache-Control": "no-store"})


def alive() -> str:
    """Return no problem: whoever can call this lives."""
    return ""


class Readiness:
    """Asks the database whether it answers, and, until the answer was yes once, for its migrations."""

    def __init__(self) -> None:
        self.migrated = False

    def __call__(self) -> str:
        """Return what keeps this process from serving; nothing when it is ready."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not self.migrated:
            executor = MigrationExecutor(connection)
            self.migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        return "" if self.migrated else "The database lacks migrations."


def work_gets_done() -> str:
    """Return what is wrong with background work; nothing when all is well."""
    return state_of_work().problem


PROBES: dict[str, Callable[[], str]] = {"live": alive, "ready": Readiness(), "work": work_gets_done}


def _problem_of(probe: Callable[[], str]) -> str:
    try:
        return probe()
    except DatabaseError:
        logger.warning("A health probe could not reach the database.", exc_info=True)
        return "The database does not answer."
