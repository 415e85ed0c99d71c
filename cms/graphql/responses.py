"""GraphQL over HTTP, the way out: which status, headers and body an outcome leaves with."""

import json
from collections.abc import Iterable, MutableMapping
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from graphql import ExecutionResult, GraphQLError

from cms.graphql import errors, transport
from cms.graphql.errors import Refusal, UserError, format_error

# Where a status other than 400 says more. All others are 200 to clients of plain JSON, as the specification
# asks; these are not, since intermediaries and monitors should see them.
STATUSES = {errors.PERSISTED_QUERY_MISMATCH: 400, errors.PERSISTED_QUERY_NOT_IN_LIST: 403}


class Context(Protocol):
    """What resolvers know of a request. They may set headers of the response, such as Cache-Control."""

    response_headers: MutableMapping[str, str]


def answered(result: ExecutionResult, context: Context, media_type: str, request_id: str) -> HttpResponse:
    """Return the response to an operation that ran.

    What a field's failure leaves of the data is sent along with the error. If it leaves nothing, or the
    database is away, there is no answer: the status says so and `data` is left out.
    """
    if not result.errors:
        return _response({"data": result.data}, 200, media_type, context.response_headers)
    if any(isinstance(error.original_error, errors.UNAVAILABLE) for error in result.errors):
        raise errors.unavailable(result.errors, request_id)
    formatted = errors.format_execution_errors(result.errors, request_id)
    if result.data is None and any(error["extensions"]["code"] == errors.INTERNAL_ERROR for error in formatted):
        raise Refusal(formatted, status=500)
    body = {"errors": formatted, "data": result.data}
    return _response(body, 200, media_type, {**context.response_headers, **NOT_KEPT})


def refused(refusal: Refusal, media_type: str | None) -> HttpResponse:
    """Return the response to a request that was not executed."""
    status = refusal.status if media_type == transport.GRAPHQL else refusal.plain_status
    return _response({"errors": refusal.errors}, status, media_type or transport.PLAIN, refusal.headers)
