"""Measures the five questions beside a stock set-up, SQL by hand, and constant bytes: `make bench`.

Everything is measured in turns, so that whatever else the machine does is shared by all, and the median of the
rounds is told. ARTICLES, ROUNDS and SECONDS set the size; BENCH_DATABASE the PostgreSQL server, or `sqlite`.
"""

import json
import os
import statistics
import subprocess
import sys
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from bench.loading import Load, put_load
from bench.questions import QUESTIONS, Place, masthead_body, stock_body
from bench.report import write_report
from bench.servers import ROOT, Server

ARTICLES = int(os.environ.get("ARTICLES", "10000"))
ROUNDS = int(os.environ.get("ROUNDS", "5"))
SECONDS = int(os.environ.get("SECONDS", "2"))
DATABASE = os.environ.get("BENCH_DATABASE", "postgres://postgres@127.0.0.1:5432")
SOFTWARE = os.environ.get("BENCH_SERVER", "gunicorn")
FIRST_PORT = int(os.environ.get("BENCH_PORT", "8161"))
FOLDER = ROOT / "var" / "bench"
MASTHEAD = {
    "DJANGO_SETTINGS_MODULE": "bench.settings",
    "SECRET_KEY": "for-measuring-only-0123456789-0123456789-0123456789-0123456789",
    "ALLOWED_HOSTS": "127.0.0.1",
    "ADMIN_BASE_URL": "http://127.0.0.1:8000",
    "FRONT_END_URL": "http://127.0.0.1:3000",
    "SECURE_SSL_REDIRECT": "false",
    "SECOND_FACTOR_REQUIRED": "false",
    "GRAPHQL_POINTS_A_MINUTE": "0",
}
STOCK = {"DJANGO_SETTINGS_MODULE": "bench.stock.settings"}


def database(name: str) -> str:
    """Return the address of a database of the bench."""
    if DATABASE == "sqlite":
        return f"sqlite:///{FOLDER / name}.sqlite3"
    return f"{DATABASE}/{name}"


def python(*arguments: str, **environment: str) -> str:
    """Run a module in a process of its own; return what it prints."""
    command = [sys.executable, "-W", "ignore", "-m", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def prepare(articles: int, *, with_stock: bool = True) -> None:
    """Make and fill the databases, unless an earlier run has."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    export = FOLDER / f"{articles}.jsonl"
    fill(f"masthead_bench_{articles}", "bench.filling", str(articles), str(export), **MASTHEAD)
    if with_stock:
        fill(f"masthead_bench_stock_{articles}", "bench.stock.filling", str(export), **STOCK)


def fill(name: str, *command: str, **environment: str) -> None:
    """Make and fill a database."""
    done = FOLDER / f"{name}-{'sqlite' if DATABASE == 'sqlite' else 'postgresql'}.done"
    if not done.exists():
        print(f"Filling {name} …", flush=True)  # noqa: T201
        make_database(name)
        python(*command, **environment, DATABASE_URL=database(name), STOCK_DATABASE_URL=database(name))
        done.touch()


def make_database(name: str) -> None:
    """Make a database anew."""
    if DATABASE == "sqlite":
        for path in FOLDER.glob(f"{name}.sqlite3*"):
            path.unlink()
        return
    import psycopg  # noqa: PLC0415 - only where there is PostgreSQL

    with psycopg.connect(f"{DATABASE}/postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
        connection.execute(f'CREATE DATABASE "{name}"')


def servers(place: Place) -> list[Server]:
    """Return the servers that are compared, each with its own port."""
    masthead = {**MASTHEAD, "DATABASE_URL": database(f"masthead_bench_{ARTICLES}")}
    stock = {**STOCK, "STOCK_DATABASE_URL": database(f"masthead_bench_stock_{ARTICLES}")}
    ports = iter(range(FIRST_PORT, FIRST_PORT + 9))
    wsgi, check = "settings.wsgi:application", "/constant/1/"
    uncached = {**masthead, "ANSWER_CACHE_BYTES": "0"}
    found = [
        Server("Masthead", wsgi, next(ports), uncached, check, SOFTWARE),
        Server("Masthead, cached", wsgi, next(ports), masthead, check, SOFTWARE),
        Server("stock Grapple", "bench.stock.wsgi:application", next(ports), stock, STOCK_CHECK, "gunicorn"),
    ]
    if DATABASE != "sqlite":
        by_hand = "/latest-20"
        found.append(
            Server("SQL by hand", "bench.by_hand:application", next(ports), masthead, by_hand, SOFTWARE)
        )
    return found


STOCK_CHECK = "/api/graphql/?query=%7B__typename%7D"
Asked = tuple[str, str, bytes | None]
"""Who is asked, under which address, with which body."""


def asked(question: str, place: Place, started: dict[str, Server], size: int) -> list[Asked]:
    """Return everything that is measured for a question."""
    port = {name: f"http://127.0.0.1:{server.port}" for name, server in started.items()}
    get = urlencode({"query": json.loads(body := masthead_body(question, place))["query"],
                     "variables": json.dumps(json.loads(body)["variables"])})  # fmt: skip
    found: list[Asked] = [
        ("Masthead", f"{port['Masthead']}/graphql/", body),
        ("Masthead, cached", f"{port['Masthead, cached']}/graphql/?{get}", None),
        ("stock Grapple", f"{port['stock Grapple']}/api/graphql/", stock_body(question, place)),
        ("constant bytes", f"{port['Masthead']}/constant/{size}/", None),
    ]
    if "SQL by hand" in port:
        arguments = {"path": quote(place.article_path), "section": place.section_id, "before": place.before,
                     "words": place.words}  # fmt: skip
        arguments["path"] = f"/front{place.article_path}"
        address = f"{port['SQL by hand']}/{question.replace(' ', '-')}?{urlencode(arguments)}"
        found.append(("SQL by hand", address, None))
    return found


def measure(place: Place, started: dict[str, Server], counts: dict[str, Any]) -> dict[Any, list[Load]]:
    """Return the loads by question, who was asked, and the number of connections."""
    loads: dict[Any, list[Load]] = defaultdict(list)
    for number in range(ROUNDS):
        for question in QUESTIONS:
            for name, address, body in asked(question, place, started, counts[question][1]):
                for connections in (16, 1):
                    load = put_load(address, connections=connections, seconds=SECONDS, body=body)
                    loads[question, name, connections].append(load)
        print(f"Round {number + 1} of {ROUNDS} done", flush=True)  # noqa: T201
    return loads


def medians_of(loads: dict[Any, list[Load]]) -> dict[Any, Load]:
    """Return the medians of the rounds."""
    return {
        key: Load(
            statistics.median(load.a_second for load in each), statistics.median(load.p50 for load in each)
        )
        for key, each in loads.items()
    }


def main() -> None:
    """Measure and report."""
    prepare(ARTICLES)
    if "--fill" in sys.argv:
        return
    url = {"DATABASE_URL": database(f"masthead_bench_{ARTICLES}")}
    python("django", "migrate", "--verbosity", "0", **MASTHEAD, **url)
    told = json.loads(python("bench.counting", "masthead", **MASTHEAD, **url, ANSWER_CACHE_BYTES="0"))
    place = Place(**told["place"])
    stock_url = database(f"masthead_bench_stock_{ARTICLES}")
    stock = json.loads(
        python("bench.counting", "stock", json.dumps(told["place"]), **STOCK, STOCK_DATABASE_URL=stock_url)
    )
    with ExitStack() as stack:
        started = {server.name: stack.enter_context(server) for server in servers(place)}
        loads = measure(place, started, told["counts"])
        memory = {name: server.megabytes() for name, server in started.items()}
    write_report(
        Path(ROOT, "docs", "performance.md"),
        medians_of(loads),
        statements={"Masthead": told["counts"], "stock Grapple": stock["counts"]},
        memory=memory,
        about={"articles": ARTICLES, "database": "SQLite" if DATABASE == "sqlite" else "PostgreSQL",
               "rounds": ROUNDS, "seconds": SECONDS, "server": SOFTWARE},
    )  # fmt: skip


if __name__ == "__main__":
    main()
