"""What is answered when something fails that nobody expected: 503 where the database is away, which passes."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.views import defaults

UNAVAILABLE = (OperationalError, InterfaceError)
RETRY_AFTER_SECONDS = 5
SENTENCE = "The service cannot answer at the moment. Try again in a few seconds."


def server_error(request: HttpRequest) -> HttpResponse:
    """Return the answer to a request that failed. Django has logged the failure."""
    if not isinstance(sys.exc_info()[1], UNAVAILABLE):
        return defaults.server_error(request)
    headers = {"Retry-After": str(RETRY_AFTER_SECONDS), "Cache-Control": "no-store"}
    return HttpResponse(SENTENCE, status=503, content_type="text/plain; charset=utf-8", headers=headers)
