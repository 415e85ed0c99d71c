"""One log line for each answer: what was asked, how it ended, how long it took."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from cms.health import PREFIX

logger = logging.getLogger(__name__)


class AccessLogMiddleware:
    """Logs every answer but those to probes of health.

    The query string stays out: it may hold what a reader searched for, or a signature.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = self.get_response(request)
        if not request.path_info.startswith(PREFIX):
            facts = {
                "method": request.method,
                "path": request.path_info,
                "status": response.status_code,
                "milliseconds": round(1000 * (time.perf_counter() - started), 1),
            }
            message = "{method} {path} {status} in {milliseconds} ms".format_map(facts)
            logger.info("%s", message, extra={"facts": facts})
        return response
