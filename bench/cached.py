"""What a kept answer costs beside constant bytes, in one process and without a network: milliseconds of CPU.

    DJANGO_SETTINGS_MODULE=settings.development python -m bench.cached

Both go through the same middleware. Run it on the database that DATABASE_URL names, filled with the demo.
"""

import io
import json
import statistics
import time
from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import urlencode

import django

django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up before
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402 - as above
from django.http import HttpRequest, HttpResponse  # noqa: E402 - as above
from django.urls import path  # noqa: E402 - as above

from settings import urls  # noqa: E402 - as above

ROUNDS, REQUESTS = 7, 100
CARD = "id title path standfirst displayDate byline hero { alt image { sources(crop: CARD) { srcset } } } tags { name }"
QUERIES = {
    "front page": f"{{ frontPage {{ title sections {{ title articles(first: 4) {{ nodes {{ {CARD} }} }} }} }} }}",
    "latest 20": f"{{ articles(first: 20) {{ nodes {{ {CARD} }} }} }}",
    "article": '{ article(path: "/politics/budget-passed/") { title body { id } related { title } } }',
}
CONSTANT: dict[str, bytes] = {}


def constant(request: HttpRequest, name: str) -> HttpResponse:
    """Answer bytes that never change."""
    return HttpResponse(CONSTANT[name], content_type="application/json")


urlpatterns = [path("constant/<name>/", constant), *urls.urlpatterns]


def main() -> None:
    """Print milliseconds of CPU for a request, medians of interleaved rounds."""
    settings.ROOT_URLCONF = __name__
    handler = WSGIHandler()
    for name, query in QUERIES.items():
        CONSTANT[name] = post(handler, query)[1]
    print(f"{'':<12}{'kB':>8}{'constant':>10}{'cached':>10}{'GET':>10}{'304':>10}")
    for name, query in QUERIES.items():
        tag = get(handler, query)[0]["ETag"]
        ways: list[Callable[[], Any]] = [
            lambda name=name: call(handler, "GET", f"/constant/{name}/"),
            lambda query=query: post(handler, query),
            lambda query=query: get(handler, query),
            lambda query=query, tag=tag: get(handler, query, HTTP_IF_NONE_MATCH=tag),
        ]
        rounds = [[measured(way) for way in ways] for _ in range(ROUNDS)]
        medians = [statistics.median(each) for each in zip(*rounds, strict=True)]
        print(f"{name:<12}{len(CONSTANT[name]) / 1000:>8.1f}" + "".join(f"{each:>10.3f}" for each in medians))


def measured(way: Callable[[], Any]) -> float:
    started = time.process_time()
    for _ in range(REQUESTS):
        way()
    return (time.process_time() - started) / REQUESTS * 1000


@cache
def body_of(query: str) -> bytes:
    return json.dumps({"query": query}).encode()


@cache
def address_of(query: str) -> str:
    return urlencode({"query": query})


def post(handler: WSGIHandler, query: str) -> tuple[dict[str, str], bytes]:
    return call(handler, "POST", "/graphql/", body_of(query))


def get(handler: WSGIHandler, query: str, **headers: str) -> tuple[dict[str, str], bytes]:
    return call(handler, "GET", "/graphql/", query=address_of(query), **headers)


def call(
    handler: WSGIHandler, method: str, at: str, body: bytes = b"", query: str = "", **headers: str
) -> tuple[dict[str, str], bytes]:
    """Hand a request to Django as a server would, and read the answer."""
    told: dict[str, str] = {}
    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": at, "QUERY_STRING": query, "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000", "HTTP_HOST": "127.0.0.1:8000", "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body), "CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(body)), **headers,
    }  # fmt: skip
    response = handler(environ, lambda status, pairs, *_: told.update(pairs))
    read = b"".join(response)
    response.close()
    return told, read


if __name__ == "__main__":
    main()
