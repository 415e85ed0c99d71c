"""GraphQL over HTTP, the way in: from an HTTP request to the parameters of a GraphQL request.

Follows https://graphql.github.io/graphql-over-http/draft/, with the status codes of its audit suite (400
where newer drafts say 422). What is wrong with a request here is wrong before any GraphQL is looked at.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest

from cms.graphql import errors
from cms.graphql.errors import LimitExceeded, Refusal, format_error, refusal
from cms.graphql.limits import Limits
from cms.graphql.text import cleaned_values

PLAIN = "application/json"
GRAPHQL = "application/graphql-response+json"
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
ALLOW = ", ".join(METHODS)
UTF_8 = frozenset({"utf-8", "utf8"})
SHA_256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a client asks: a document by text or hash, which of its operations, with which variables."""

    query: str | None
    digest: str
    operation_name: str | None
    variables: dict[str, Any]


def checked(request: HttpRequest, media_type: str | None) -> str:
    """Return the media type to answer with; raise `Refusal` where method or media type are none of ours."""
    if request.method not in METHODS:
        raise refusal(
            "Send a POST, or a GET for an answer that may be cached.",
            code=errors.METHOD_NOT_ALLOWED,
            status=405,
            Allow=ALLOW,
        )
    if media_type is None:
        raise refusal(f"Accept {GRAPHQL} or {PLAIN}.", code=errors.NOT_ACCEPTABLE, status=406)
    return media_type


def read_parameters(request: HttpRequest, limits: Limits) -> Parameters:
    """Return what the request asks; raise `Refusal` when that cannot be read."""
    try:
        given = _from_body(request, limits) if request.method == "POST" else _from_address(request, limits)
        return _parameters(cleaned_values(given))
    except RecursionError:
        raise refusal("The request is nested too deeply.", code=errors.BAD_REQUEST) from None


def response_type(accept: str | None) -> str | None:
    """Return the media type to answer with; `None` when the client takes neither of ours.

    Plain JSON where the client has no preference: that is what an older client can read.
    """
    if not accept:
        return PLAIN
    best: tuple[float, int, str] | None = None
    for entry in accept.lower().split(","):
        media_range, *options = (part.strip() for part in entry.split(";"))
        parameters = dict(option.partition("=")[::2] for option in options)
        name = {"*/*": PLAIN, "application/*": PLAIN}.get(media_range, media_range)
        quality = _quality(parameters.get("q", "1"))
        if name not in (PLAIN, GRAPHQL) or not quality or parameters.get("charset", "utf-8") not in UTF_8:
            continue
        candidate = (quality, int(name == GRAPHQL), name)
        best = max(best, candidate) if best else candidate
    return best[2] if best else None


def _quality(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _from_body(request: HttpRequest, limits: Limits) -> Any:
    media_type = (request.content_type or "").lower()
    charset = (request.content_params or {}).get("charset", "utf-8").lower()
    encoding = request.headers.get("Content-Encoding", "identity").lower()
    if media_type != PLAIN or charset not in UTF_8 or encoding != "identity":
        raise refusal(
            "Send the request as Content-Type: application/json, in UTF-8 and not compressed.",
            code=errors.UNSUPPORTED_MEDIA_TYPE,
            status=415,
            Accept=PLAIN,
        )
    declared = request.META.get("CONTENT_LENGTH") or "0"
    _check_size(int(declared) if declared.isdecimal() else 0, limits, status=413)
    try:
        body = _body(request, limits)
    except SuspiciousOperation:
        # Django's own bound, far above ours: it is met only by a body that did not declare its length.
        body = b" " * (limits.body_bytes + 1)
    _check_size(len(body), limits, status=413)
    return _decoded(body, "The body")


def _body(request: HttpRequest, limits: Limits) -> bytes:
    """Return the body; of one that is sent in chunks under WSGI no more than shows that it is too large.

    Django takes a request without a length for one without a body. Some servers end such a body themselves, of
    others nobody could tell where it ends.
    """
    if request.META.get("CONTENT_LENGTH") or "wsgi.input" not in request.META:
        return request.body
    if request.META.get("wsgi.input_terminated"):
        try:
            return request.META["wsgi.input"].read(limits.body_bytes + 1)
        except Exception:  # noqa: BLE001 - each server has errors of its own for chunks that are none
            raise refusal("The body is not sent in whole chunks.", code=errors.BAD_REQUEST) from None
    if "HTTP_TRANSFER_ENCODING" in request.META:
        message = "Say how long the body is, in Content-Length."
        raise refusal(message, code=errors.BAD_REQUEST, status=411)
    return b""


def _from_address(request: HttpRequest, limits: Limits) -> Any:
    _check_size(len(request.META.get("QUERY_STRING", "")), limits, status=414)
    try:
        given: dict[str, Any] = dict(request.GET.items())
    except SuspiciousOperation:
        raise refusal("The address has too many parameters.", code=errors.BAD_REQUEST) from None
    for name in ("variables", "extensions"):
        if given.get(name):
            given[name] = _decoded(given[name], f"The parameter {name}")
        else:
            given.pop(name, None)
    return given


def _check_size(size: int, limits: Limits, *, status: int) -> None:
    try:
        limits.check("body_bytes", size)
    except LimitExceeded as error:
        raise Refusal([format_error(error)], status=status) from None


def _decoded(text: str | bytes, what: str) -> Any:
    """Return decoded JSON, as strict as its standard: UTF-8, no NaN, no number of thousands of digits."""
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        return json.loads(text, parse_constant=_no_number)
    except ValueError:
        raise refusal(f"{what} is not valid JSON in UTF-8.", code=errors.BAD_REQUEST) from None


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _parameters(given: Any) -> Parameters:
    if isinstance(given, list):
        raise refusal(
            "Batches are not answered: send one request for each operation, or one with more root fields.",
            code=errors.BATCHING_NOT_SUPPORTED,
        )
    if not isinstance(given, dict):
        raise refusal('Send a JSON object such as {"query": "{ __typename }"}.', code=errors.BAD_REQUEST)
    query = _typed(given, "query", str, "text")
    digest = _digest(_typed(given, "extensions", dict, "an object") or {})
    if not query and not digest:
        raise refusal(
            'Send {"query": "{ __typename }"}, or the hash of a persisted document in extensions.',
            code=errors.BAD_REQUEST,
        )
    return Parameters(
        query=query or None,
        digest=digest,
        operation_name=_typed(given, "operationName", str, "text"),
        variables=_typed(given, "variables", dict, "an object") or {},
    )


def _typed(given: dict[str, Any], name: str, expected: type, described: str) -> Any:
    value = given.get(name)
    if value is not None and not isinstance(value, expected):
        raise refusal(f"The parameter {name} must be {described} or left out.", code=errors.BAD_REQUEST)
    return value


def _digest(extensions: dict[str, Any]) -> str:
    """Return the hash of Apollo's protocol for persisted documents; empty when there is none."""
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        return ""
    if isinstance(persisted, dict) and persisted.get("version") == 1:
        digest = str(persisted.get("sha256Hash")).lower()
        if SHA_256.fullmatch(digest):
            return digest
    raise refusal(
        'Send extensions.persistedQuery as {"version": 1, "sha256Hash": …} with 64 hexadecimal digits.',
        code=errors.BAD_REQUEST,
    )
