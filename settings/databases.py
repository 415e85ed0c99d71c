"""The database: SQLite in a file by default, PostgreSQL by its address."""

from typing import Any

from settings.env import VAR, env

DATABASES: dict[str, Any] = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR / 'db.sqlite3'}")}

if DATABASES["default"].get("ENGINE", "").endswith("sqlite3"):
    # Readers never wait for a writer (WAL), and a second writer waits its turn instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-64000;",
    }
elif DATABASES["default"].get("ENGINE", "").endswith("postgresql"):
    # What readers ask repeats itself: PostgreSQL keeps the plan of what a connection asks again, and does not plan it
    # anew for each value, which takes longer than any of them runs; so does compiling it to machine code.
    session = "-c jit=off -c plan_cache_mode=force_generic_plan"
    DATABASES["default"].setdefault("OPTIONS", {}).update(prepare_threshold=2, options=session)
# A thread keeps its connection; making one takes longer than most answers.
DATABASES["default"]["CONN_MAX_AGE"] = 600


STATEMENT_SECONDS = env.float("DATABASE_STATEMENT_SECONDS", default=0)
if STATEMENT_SECONDS and DATABASES["default"].get("ENGINE", "").endswith("postgresql"):
    # What takes longer is ended by the server, however little its client cares.
    DATABASES["default"]["OPTIONS"]["options"] += f" -c statement_timeout={int(1000 * STATEMENT_SECONDS)}"


def pooled(database: dict[str, Any], connections: int) -> dict[str, Any]:
    """Return a PostgreSQL database's settings with a pool of connections for each process.

    A connection is looked at before it is handed out (`cms.postgresql`), so that a restart of the database is
    noticed by nobody but the log. Who waits longer than `timeout` seconds for one gets 503, and so does everybody
    else at once until one of them got a connection; a pool that lost its server tries again within
    `reconnect_timeout` seconds.
    """
    if not connections or not database.get("ENGINE", "").endswith("postgresql"):
        return database
    pool = {"min_size": 0, "max_size": connections, "timeout": 3, "max_idle": 60, "reconnect_timeout": 2}
    options = {"connect_timeout": 3, **database.get("OPTIONS", {}), "pool": pool}
    return {
        **database,
        "ENGINE": "cms.postgresql",
        "CONN_MAX_AGE": 0,
        "OPTIONS": options,
    }


def of_readers(database: dict[str, Any], seconds: float, replica: dict[str, Any] | None) -> dict[str, Any]:
    """Return the databases that readers' questions go to: none of their own, unless they are on PostgreSQL.

    `readers` is the primary, where a statement of theirs is ended after some seconds; `replica` another server.
    """
    if not database.get("ENGINE", "").endswith("postgresql"):
        return {}
    limit = f" -c statement_timeout={int(1000 * seconds)}" if seconds else ""
    of_their_own = {"readers": database} if seconds else {}
    if replica:
        of_their_own["replica"] = {**database, **replica}
    return {name: _limited(each, database, limit) for name, each in of_their_own.items()}


def _limited(database: dict[str, Any], primary: dict[str, Any], limit: str) -> dict[str, Any]:
    options = {**primary["OPTIONS"], **database.get("OPTIONS", {})}
    options["options"] = primary["OPTIONS"]["options"] + limit
    return {**database, "ENGINE": primary["ENGINE"], "OPTIONS": options}
