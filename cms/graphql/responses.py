"""GraphQL over HTTP, the way out: with which status, headers and body an outcome leaves."""

import json
from collections.abc import Mapping
from typing import Any, Protocol

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from graphql import ExecutionResult

from cms.graphql import errors, transport
from cms.graphql.errors import Refusal, UserError

# What is wrong with a well-formed GraphQL request is told with 200 to a client of plain JSON, as the
# specification asks. These are the exceptions, which caches and monitors must see for what they are.
STATUSES = {errors.PERSISTED_QUERY_MISMATCH: 400, errors.PERSISTED_QUERY_NOT_IN_LIST: 403}
NOT_KEPT = {"Cache-Control": "no-store"}


class Context(Protocol):
    """What resolvers know of a request. They may set headers of the response, such as Cache-Control."""

    response_headers: dict[str, str]


def answered(result: ExecutionResult, context: Context, media_type: str, request_id: str) -> HttpResponse:
    """Return the response to an operation that ran.

    A failed field leaves the rest of the data standing beside its error. Where nothing is left because of a
    failure of ours, or the database is away, the status says so and there is no `data`.
    """
    if not result.errors:
        return _response({"data": result.data}, 200, media_type, context.response_headers)
    for error in result.errors:
        if isinstance(error.original_error, errors.UNAVAILABLE):
            raise errors.unexpected(error.original_error, request_id)
    formatted = errors.format_execution_errors(result.errors, request_id)
    ours = any(error["extensions"]["code"] == errors.INTERNAL_ERROR for error in formatted)
    if result.data is None and ours:
        raise Refusal(formatted, status=500)
    headers = {**context.response_headers, **NOT_KEPT}
    return _response({"errors": formatted, "data": result.data}, 200, media_type, headers)


def refused(refusal: Refusal, media_type: str | None) -> HttpResponse:
    """Return the response to a request that was not executed, or failed as a whole."""
    status = refusal.status if media_type == transport.GRAPHQL else refusal.plain_status
    headers = {**refusal.headers, **NOT_KEPT}
    return _response({"errors": refusal.errors}, status, media_type or transport.PLAIN, headers)


def refusal_of(error: UserError, request: HttpRequest) -> Refusal:
    """Return the refusal of a well-formed GraphQL request for a reason that the client can put right."""
    code = error.code
    told = [errors.format_error(error)]
    if code == errors.OPERATION_NOT_SUPPORTED and request.method != "POST":
        return Refusal(told, status=405, headers={"Allow": transport.ALLOW})
    if code in STATUSES:
        return Refusal(told, status=STATUSES[code])
    return Refusal(told, plain_status=200)


def _response(body: Any, status: int, media_type: str, headers: Mapping[str, str]) -> HttpResponse:
    response = HttpResponse(
        _json(body),
        status=status,
        content_type=f"{media_type}; charset=utf-8",
        headers=dict(headers),
    )
    patch_vary_headers(response, ["Accept"])
    return response


def _json(body: Any) -> bytes:
    try:
        return orjson.dumps(body)
    except TypeError:  # half a surrogate pair, or a number that only Python holds; rare enough to take longer
        return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
