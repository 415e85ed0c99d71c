"""Kept answers over HTTP: what a question is, and how an answer tells readers' caches how long it stands.

Only a GET may be kept by others, so only its answer carries a tag and a life. That life ends at the next moment
at which the clock changes the answer, whatever the settings allow.
"""

import json
from collections.abc import Hashable, Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from cms.answers.memory import Answer
from cms.graphql import persisted
from cms.graphql.documents import Terms, digest_of
from cms.graphql.transport import GRAPHQL, Parameters

SAFE_METHODS = frozenset({"GET", "HEAD"})
OVERFLOW = "all"
"""The surrogate key of an answer that has more keys than the header holds; every change purges it."""


def question_of(request: HttpRequest, parameters: Parameters, terms: Terms) -> Hashable | None:
    """Return what two requests must share to be given one answer; `None` for what is to be looked at closely.

    A document that comes with its hash is one that a client wants remembered, which is not ours to skip.
    """
    if parameters.query is None:
        digest = parameters.digest
    elif parameters.digest:
        return None
    else:
        digest = digest_of(parameters.query)
    listed = persisted.listed_documents()
    if listed is not None and digest not in listed:
        return None
    variables = json.dumps(parameters.variables, sort_keys=True, separators=(",", ":"))
    return (request.get_host(), digest, parameters.operation_name or "", variables, terms)


def response_of(answer: Answer, request: HttpRequest, media_type: str) -> HttpResponse:
    """Return an answer as it leaves: whole, or 304 where the client has it already."""
    headers = {"Content-Type": f"{media_type}; charset=utf-8", "Vary": "Accept"}
    if request.method not in SAFE_METHODS:
        return HttpResponse(answer.body, headers=headers)
    tag = f'"{answer.tag}g"' if media_type == GRAPHQL else f'"{answer.tag}"'
    headers |= {"ETag": tag, "Cache-Control": _life(answer), **_surrogate_keys(answer)}
    if _matches(request.META.get("HTTP_IF_NONE_MATCH", ""), tag):
        response = HttpResponse(status=304, headers=headers)
        del response["Content-Type"]
        return response
    return HttpResponse(answer.body, headers=headers)


def _matches(sent: str, tag: str) -> bool:
    """Return whether If-None-Match names a tag; weak ones count, as its standard says."""
    return bool(sent) and (
        sent.strip() == "*" or tag in (each.strip().removeprefix("W/") for each in sent.split(","))
    )


def _life(answer: Answer) -> str:
    """Return `Cache-Control`: no part of it, not even what may be served stale, goes beyond the answer's end."""
    left = max(0, int(answer.until - timezone.now().timestamp()))
    fresh = min(settings.API_MAX_AGE, left)
    shared = min(settings.API_SHARED_MAX_AGE, left)
    stale = min(settings.API_STALE_WHILE_REVALIDATE, left - max(fresh, shared))
    directives = ["public", f"max-age={fresh}"]
    if shared != fresh:
        directives.append(f"s-maxage={shared}")
    if stale > 0:
        directives.append(f"stale-while-revalidate={stale}")
    return ", ".join(directives)


def _surrogate_keys(answer: Answer) -> dict[str, str]:
    name = settings.SURROGATE_KEY_HEADER
    return {name: surrogate_keys(answer.keys)} if name else {}


def surrogate_keys(keys: Iterable[str]) -> str:
    """Return keys as the header holds them; where they are too long for it, the one that every change purges."""
    joined = separator().join(map(surrogate_key, sorted(keys)))
    return joined if len(joined) <= settings.SURROGATE_KEY_BYTES else OVERFLOW


def surrogate_key(key: str) -> str:
    """Return a key in the letters that every CDN takes."""
    return key if key.isascii() and "," not in key and " " not in key else digest_of(key)[:16]


def separator() -> str:
    """Return what stands between keys: a comma in Cloudflare's header, a space in all others."""
    return "," if settings.SURROGATE_KEY_HEADER.lower() == "cache-tag" else " "


def may_be_kept(response: HttpResponse) -> bool:
    """Return whether a response is one of data alone, and whoever made it did not forbid to keep it."""
    return response.status_code == 200 and "Cache-Control" not in response.headers


def not_kept(response: HttpResponse, request: HttpRequest) -> HttpResponse:
    """Return a response that no cache may keep, unless it says itself for how long."""
    if request.method in SAFE_METHODS:
        response.headers.setdefault("Cache-Control", "no-store")
    return response
