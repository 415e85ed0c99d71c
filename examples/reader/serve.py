"""Serves the built front end, with nothing but Python: files as they are, every other address as the one page.

The page is the same everywhere; what is at an address, the CMS knows. So it is asked, and search engines get the
status that readers see: 404 for nothing, 410 for what was taken back, 301 for what moved. A server of your own does
the same in a few lines, or answers 200 to everything and leaves it to the page.
"""

import argparse
import gzip
import json
from functools import lru_cache
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError
from urllib.parse import unquote, urlsplit
from urllib.request import Request, urlopen

DIST = Path(__file__).parent / "dist"
DEFAULT_CMS = "http://127.0.0.1:8000"
COMPRESSED = {".css", ".html", ".js", ".txt"}
QUESTIONS = {
    "tags": "query ($key: String!) { found: tag(slug: $key) { __typename } }",
    "contributors": "query ($key: String!) { found: contributor(slug: $key) { __typename } }",
}
ROUTE = """query ($key: String!) {
  found: route(path: $key) { __typename ... on Redirect { location permanent } }
}"""


class Reader(SimpleHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    cms = DEFAULT_CMS

    def do_GET(self) -> None:
        """Send a file, a redirect, or the page with the status that belongs to the address."""
        path = unquote(urlsplit(self.path).path)
        file = (DIST / path.lstrip("/")).resolve()
        if file.is_file() and file.is_relative_to(DIST) and file.name != "index.html":
            forever = path.startswith("/assets/")
            self._send(HTTPStatus.OK, file, "public, max-age=31536000, immutable" if forever else "no-cache")
            return
        if path == "/robots.txt":
            self._answer(
                HTTPStatus.OK, "text/plain", f"User-agent: *\nSitemap: {self.cms}/sitemap.xml\n".encode()
            )
            return
        status, location = self._place(path)
        if location:
            self._answer(status, "text/plain", b"", {"Location": location})
        else:
            self._send(status, DIST / "index.html", "no-cache")

    do_HEAD = do_GET  # noqa: N815 - the names that http.server calls

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: the CMS logs to the same terminal."""

    def _place(self, path: str) -> tuple[HTTPStatus, str]:
        """Return the status of an address and, where it moved, to where."""
        if "." in path.rpartition("/")[2]:
            return HTTPStatus.NOT_FOUND, ""
        if not path.endswith("/"):
            return HTTPStatus.MOVED_PERMANENTLY, f"/{path.strip('/')}/"
        first, key = [*path.split("/"), "", ""][1:3]
        if first in {"search", "preview"}:
            return HTTPStatus.OK, ""
        try:
            found = self._asked(QUESTIONS.get(first, ROUTE), key if first in QUESTIONS else path)
        except (URLError, ValueError, KeyError):
            return HTTPStatus.OK, ""  # the page itself will say that the newsroom cannot be reached
        if found is None:
            return HTTPStatus.NOT_FOUND, ""
        if found["__typename"] == "Redirect":
            moved = HTTPStatus.MOVED_PERMANENTLY if found["permanent"] else HTTPStatus.FOUND
            return moved, found["location"]
        return (HTTPStatus.GONE if found["__typename"] == "Gone" else HTTPStatus.OK), ""

    def _asked(self, query: str, key: str) -> dict[str, object] | None:
        body = json.dumps({"query": query, "variables": {"key": key}}).encode()
        request = Request(f"{self.cms}/graphql/", body, {"Content-Type": "application/json"})  # noqa: S310
        with urlopen(request, timeout=5) as response:  # noqa: S310 - whoever starts this names the CMS
            return json.load(response)["data"]["found"]

    def _send(self, status: HTTPStatus, file: Path, cache: str) -> None:
        zipped = file.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        headers = {"Cache-Control": cache, "Referrer-Policy": "strict-origin-when-cross-origin"}
        if file.suffix in COMPRESSED:
            headers["Vary"] = "Accept-Encoding"
        if zipped:
            headers["Content-Encoding"] = "gzip"
        body = content(file, file.stat().st_mtime_ns, self.cms, zipped)
        self._answer(status, self.guess_type(str(file)), body, headers)

    def _answer(
        self, status: HTTPStatus, media_type: str, body: bytes, headers: dict[str, str] | None = None
    ) -> None:
        told = {
            "Content-Type": media_type,
            "Content-Length": str(len(body)),
            "X-Content-Type-Options": "nosniff",
        }
        self.send_response(status)
        for name, value in {**told, **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)


@lru_cache(maxsize=64)
def content(file: Path, changed: int, cms: str, zipped: bool) -> bytes:
    """Return what a file holds since it was changed last; the page names the CMS that it asks."""
    body = file.read_bytes()
    if file.name == "index.html":
        body = body.replace(DEFAULT_CMS.encode(), cms.encode())
    return gzip.compress(body, mtime=0) if zipped else body


def server(port: int, cms: str, host: str = "127.0.0.1") -> ThreadingHTTPServer:
    """Return a server that asks the CMS at `cms`; port 0 takes any free one."""
    handler = type("ReaderOf", (Reader,), {"cms": cms.rstrip("/")})
    return ThreadingHTTPServer((host, port), handler)


def main() -> None:
    """Serve until stopped."""
    arguments = argparse.ArgumentParser(description="Serves the reader's front end.")
    arguments.add_argument("--host", default="127.0.0.1")
    arguments.add_argument("--port", type=int, default=3000)
    arguments.add_argument("--cms", default=DEFAULT_CMS, help="root address of the CMS")
    given = arguments.parse_args()
    try:
        server(given.port, given.cms, given.host).serve_forever()
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
