"""Documents beside the API (feeds, sitemaps, the ticker): as exact as its answers, kept and tagged like them."""

import hashlib
from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response

from cms.answers.serving import kept
from cms.graphql.caching import response_of
from cms.graphql.context import RequestContext

Write = Callable[[RequestContext], bytes | None]


def document(request: HttpRequest, content_type: str, write: Write) -> HttpResponseBase:
    """Answer what `write` gives at an address, or 304 to a client that has it; 404 where it gives nothing.

    It is kept until something in it changes, an embargo's end included, and no cache is told a longer life.
    No cache keeps a 404: there may be something in a moment.
    """

    def make(now: datetime) -> bytes | None:
        return write(RequestContext(request, now))

    question = ("document", request.build_absolute_uri())
    body, answer = kept(question, make)
    if answer is not None:
        return response_of(answer, request, content_type)
    if body is None:
        return HttpResponse(
            "Not found.", status=404, content_type="text/plain", headers={"Cache-Control": "no-store"}
        )
    response = HttpResponse(body, content_type=f"{content_type}; charset=utf-8")
    response["Cache-Control"] = "public, no-cache"
    response["ETag"] = etag = f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'
    return get_conditional_response(request, etag=etag, response=response) or response
