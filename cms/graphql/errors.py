"""What an answer may say of a failure: stable codes, and one fixed sentence for everything unexpected.

An error is *expected* when it carries a code in its extensions, as `UserError` does. All others, whatever
they are and whoever raised them, are logged in full and shown as `INTERNAL_ERROR` with the request's id.
"""

import logging
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from graphql import GraphQLError

from cms.failures import RETRY_AFTER_SECONDS, SENTENCE, UNAVAILABLE

logger = logging.getLogger(__name__)

BAD_REQUEST = "BAD_REQUEST"
BAD_USER_INPUT = "BAD_USER_INPUT"
BATCHING_NOT_SUPPORTED = "BATCHING_NOT_SUPPORTED"
INTERNAL_ERROR = "INTERNAL_ERROR"
INTROSPECTION_DISABLED = "INTROSPECTION_DISABLED"
LIMIT_EXCEEDED = "LIMIT_EXCEEDED"
METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"
NOT_ACCEPTABLE = "NOT_ACCEPTABLE"
OPERATION_NOT_FOUND = "OPERATION_NOT_FOUND"
OPERATION_NOT_SUPPORTED = "OPERATION_NOT_SUPPORTED"
PARSE_FAILED = "GRAPHQL_PARSE_FAILED"
PERSISTED_QUERY_MISMATCH = "PERSISTED_QUERY_MISMATCH"
PERSISTED_QUERY_NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND"
PERSISTED_QUERY_NOT_IN_LIST = "PERSISTED_QUERY_NOT_IN_LIST"
RATE_LIMITED = "RATE_LIMITED"
SERVICE_UNAVAILABLE = "SERVICE_UNAVAILABLE"
UNSUPPORTED_MEDIA_TYPE = "UNSUPPORTED_MEDIA_TYPE"
VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED"

INTERNAL_MESSAGE = "Something went wrong on our side. Quote the requestId when you report it."
MESSAGE_CHARACTERS = 300

# What each limit of `cms.graphql.limits.Limits` says when it is exceeded.
LIMITS = {
    "body_bytes": "The request is too large, in bytes",
    "characters": "The document is too long, in characters",
    "tokens": "The document is too long, in tokens",
    "definitions": "The document has too many operations and fragments",
    "selections": "The document selects too many fields",
    "aliases": "The document has too many aliases",
    "directives": "The document has too many directives",
    "variables": "The document has too many variables",
    "root_fields": "The operation has too many root fields",
    "depth": "The operation is nested too deeply, in levels",
    "introspection_depth": "The introspection is nested too deeply, in levels",
    "comparisons": "The document repeats or nests its fields too often to be checked, in comparisons",
    "list_items": "Lists are too long, in items",
    "cost": "The operation costs too much, in points",
}

FormattedError = dict[str, Any]


class UserError(GraphQLError):
    """An error that the client can put right; its message and code reach the client as they are."""

    def __init__(self, message: str, *, code: str = BAD_USER_INPUT, **details: Any) -> None:
        super().__init__(message, extensions={"code": code, **details})
        self.code = code


class LimitExceeded(UserError):
    """A request that is larger than a limit: says which limit, what was asked and what is allowed.

    `asked` is `None` where counting to the end would be the cost that the limit is there to avoid.
    """

    def __init__(self, limit: str, *, asked: int | None, allowed: int) -> None:
        told = f"{asked:,}" if asked is not None else f"more than {allowed:,}"
        super().__init__(
            f"{LIMITS[limit]}: {told} asked, {allowed:,} allowed.",
            code=LIMIT_EXCEEDED,
            limit=limit,
            asked=asked,
            allowed=allowed,
        )


class Refusal(Exception):
    """A request that ends before execution.

    `status` is the HTTP status. `plain_status` replaces it where the client takes plain application/json
    and the request was well-formed: there the specification asks for 200.
    """

    def __init__(
        self,
        errors: Iterable[FormattedError],
        *,
        status: int = 400,
        plain_status: int | None = None,
        headers: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self.errors = list(errors)
        self.status = status
        self.plain_status = plain_status or status
        self.headers = headers


def refusal(message: str, *, code: str, status: int = 400, **headers: str) -> Refusal:
    """Return the refusal of a request that is not a well-formed GraphQL-over-HTTP request."""
    return Refusal([format_error(UserError(message, code=code))], status=status, headers=headers)


def format_error(error: GraphQLError, code: str = BAD_USER_INPUT) -> FormattedError:
    """Return an expected error as it stands in an answer, under its own code or else under `code`.

    Long messages are cut: they echo what the client sent.
    """
    message = error.message
    if len(message) > MESSAGE_CHARACTERS:
        message = message[:MESSAGE_CHARACTERS] + "…"
    formatted: FormattedError = {"message": message}
    if error.locations:
        formatted["locations"] = [location.formatted for location in error.locations]
    if error.path:
        formatted["path"] = error.path
    formatted["extensions"] = {"code": code, **(error.extensions or {})}
    return formatted


def format_execution_errors(errors: Iterable[GraphQLError], request_id: str) -> list[FormattedError]:
    """Return the errors of an execution as they may leave; the unexpected ones are logged and masked."""
    formatted = []
    for error in errors:
        if (error.extensions or {}).get("code"):
            formatted.append(format_error(error))
            continue
        log_unexpected(error.original_error or error, request_id)
        masked = internal_error(request_id)
        if error.path:
            masked["path"] = error.path
        formatted.append(masked)
    return formatted


def internal_error(request_id: str) -> FormattedError:
    """Return the fixed sentence that stands for every unexpected failure."""
    return _masked(INTERNAL_MESSAGE, INTERNAL_ERROR, request_id)


def unexpected(error: BaseException, request_id: str) -> Refusal:
    """Log a failure and return the refusal that masks it; a database that is away may be asked again."""
    log_unexpected(error, request_id)
    if isinstance(error, UNAVAILABLE):
        masked = _masked(SENTENCE, SERVICE_UNAVAILABLE, request_id)
        return Refusal([masked], status=503, headers={"Retry-After": str(RETRY_AFTER_SECONDS)})
    return Refusal([internal_error(request_id)], status=500)


def log_unexpected(error: BaseException, request_id: str) -> None:
    """Write the whole truth about a failure to the log, under the id that the client is given."""
    logger.error("Request %s failed unexpectedly", request_id, exc_info=error)


def _masked(message: str, code: str, request_id: str) -> FormattedError:
    return {"message": message, "extensions": {"code": code, "requestId": request_id}}
