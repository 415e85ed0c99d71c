"""What editors and readers are told when files cannot be stored or fetched."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from cms.files.storage import FileNotStored

logger = logging.getLogger(__name__)

NOT_STORED = "The file could not be stored, and nothing was saved. Try again in a moment."


class StorageFailureMiddleware:
    """Answers 503 instead of an error page: nothing is wrong with what the editor did."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Tell what happened; leave every other exception alone."""
        if not _is_of_storage(exception):
            return None
        logger.error("%s", exception, exc_info=exception)
        headers = {"Retry-After": "10", "Cache-Control": "no-store"}
        if not isinstance(exception, FileNotStored):
            return HttpResponse("The file cannot be fetched at the moment.", status=503, headers=headers)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            body = {"success": False, "error_message": NOT_STORED}
            return JsonResponse(body, status=503, headers=headers)
        response = render(request, "cms/files/not_stored.html", {"sentence": NOT_STORED}, status=503)
        for name, value in headers.items():
            response[name] = value
        return response


def _is_of_storage(exception: Exception) -> bool:
    return isinstance(exception, FileNotStored) or type(exception).__name__ == "StorageAway"
