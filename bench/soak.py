"""Whether a server grows while it is asked for ten minutes: `python -m bench.soak`, after `make bench`.

Four clients ask for all articles in turns, each with its related ones, and search words of their headlines: more
different answers than the cache holds, and more documents' variables than anything in a process should remember.
Prints how many were asked and the megabytes of the largest process every MINUTES / 20.
"""

import http.client
import itertools
import json
import os
import threading
import time

from bench.questions import MASTHEAD as QUERIES
from bench.servers import Server
from bench.speed import ARTICLES, FIRST_PORT, MASTHEAD, database, prepare

MINUTES = float(os.environ.get("MINUTES", "10"))
CLIENTS = 4
ALL = "query ($after: String) { articles(first: 100, after: $after) { pageInfo { endCursor } nodes { path title } } }"


class Client:
    """A connection to the server, and how often it was used."""

    def __init__(self) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", FIRST_PORT, timeout=60)
        self.asked = 0

    def ask(self, query: str, **variables: str | None) -> dict:
        """Return the data of an answer, which must hold no error."""
        body = json.dumps({"query": query, "variables": variables})
        self._connection.request("POST", "/graphql/", body, {"Content-Type": "application/json"})
        answer = json.loads(self._connection.getresponse().read())
        if "errors" in answer:
            raise SystemExit(f"Refused: {answer['errors']}")
        self.asked += 1
        return answer["data"]

    def ask_for_all(self, articles: list[dict], until: float) -> None:
        """Ask for articles, and for what their headlines say, until a moment."""
        for article in itertools.cycle(articles):
            if time.monotonic() > until:
                return
            self.ask(QUERIES["article"], path=article["path"])
            self.ask(QUERIES["search"], words=" ".join(article["title"].split()[:2]))


def main() -> None:
    """Ask and tell."""
    prepare(ARTICLES, with_stock=False)
    environment = {**MASTHEAD, "DATABASE_URL": database(f"masthead_bench_{ARTICLES}")}
    with Server("soak", "settings.wsgi:application", FIRST_PORT, environment, "/health/live") as server:
        articles: list[dict] = []
        after, first = None, Client()
        while found := first.ask(ALL, after=after)["articles"]:
            articles += found["nodes"]
            after = found["pageInfo"]["endCursor"]
            if len(found["nodes"]) < 100:
                break
        began = time.monotonic()
        until = began + 60 * MINUTES
        clients = [Client() for _ in range(CLIENTS)]
        for number, client in enumerate(clients):
            share = articles[number::CLIENTS]
            threading.Thread(target=client.ask_for_all, args=(share, until), daemon=True).start()
        while time.monotonic() < until:
            time.sleep(3 * MINUTES)
            asked = sum(client.asked for client in clients)
            print(f"{time.monotonic() - began:4.0f} s {asked:8,} asked {server.megabytes():4} MB", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
