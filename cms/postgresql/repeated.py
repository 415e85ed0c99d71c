"""Asks PostgreSQL what it was asked before, past psycopg's cursors, which take longer over it than PostgreSQL does.

A statement that a connection meets for the second time is prepared there, and from then on only its name and its
values are sent; not where `prepare_threshold` is `None`, as behind a pooler that shares connections between
transactions. Values and rows are turned from and into Python's by psycopg.
"""

import re
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from psycopg import Connection, OperationalError
from psycopg.adapt import AdaptersMap, PyFormat, Transformer
from psycopg.errors import error_from_result
from psycopg.pq import ConnStatus, DiagnosticField, ExecStatus
from psycopg.types.datetime import TimestamptzLoader

PREPARED = 200
"""Statements that a connection remembers; one for each combination of types that the values of a statement have."""
NO_LONGER_VALID = {b"0A000", b"26000"}
"""What PostgreSQL says of a prepared statement after its tables were altered, and of one that it does not know."""
PLACE = re.compile(r"%([s%])")
Key = tuple[str, tuple[int, ...]]


class Repeated:
    """The statements of one connection. Like the connection, it is for one thread at a time."""

    def __init__(self, connection: Connection) -> None:
        self.connection: Connection | None = None  # for psycopg, which would otherwise hold it in a circle
        self.adapters = AdaptersMap(connection.adapters)
        # Moments are read as psycopg does it, in C, not as Django does.
        self.adapters.register_loader("timestamptz", TimestamptzLoader)
        self._pgconn = connection.pgconn
        self._prepares = connection.prepare_threshold is not None
        self._transformer = Transformer(self)
        self._names: OrderedDict[Key, bytes] = OrderedDict()
        self._number = 0

    def rows(self, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Return the rows of a statement, its values in the places of `%s`; raises psycopg's errors."""
        transformer = self._transformer
        parameters: Any = transformer.dump_sequence(values, [PyFormat.AUTO] * len(values))
        types = transformer.types or ()
        name = self._name_of(sql, types)
        if name:
            result = self._pgconn.exec_prepared(name, parameters, transformer.formats)
        else:
            result = self._pgconn.exec_params(_numbered(sql), parameters, types, transformer.formats)
        if name and result.error_field(DiagnosticField.SQLSTATE) in NO_LONGER_VALID:
            del self._names[sql, types]  # it is prepared anew when it is met again
        self._check(result, ExecStatus.TUPLES_OK)
        transformer.set_pgresult(result)
        return transformer.load_rows(0, result.ntuples, tuple)

    def command(self, sql: bytes) -> None:
        """Carry out a command such as COMMIT."""
        self._check(self._pgconn.exec_(sql), ExecStatus.COMMAND_OK)

    def _name_of(self, sql: str, types: tuple[int, ...]) -> bytes:
        """Return the name of a prepared statement; none for one that is met for the first time."""
        if not self._prepares:
            return b""
        key = (sql, types)
        name = self._names.get(key)
        if name is None:
            if len(self._names) >= PREPARED:
                self._forget_oldest()
            self._names[key] = b""
            return b""
        self._names.move_to_end(key)
        if not name:
            self._number += 1
            name = b"masthead_%d" % self._number
            self._check(self._pgconn.prepare(name, _numbered(sql), types), ExecStatus.COMMAND_OK)
            self._names[key] = name
        return name

    def _forget_oldest(self) -> None:
        key, name = next(iter(self._names.items()))
        if name:
            self.command(b"DEALLOCATE " + name)
        del self._names[key]

    def _check(self, result: Any, status: ExecStatus) -> None:
        if result.status == status:
            return
        if self._pgconn.status == ConnStatus.BAD:
            raise OperationalError("The connection to the database is lost.")
        raise error_from_result(result)


_repeated: WeakKeyDictionary[Connection, Repeated] = WeakKeyDictionary()


def repeated(connection: Connection) -> Repeated:
    """Return what a connection was asked before."""
    found = _repeated.get(connection)
    if found is None:
        found = _repeated[connection] = Repeated(connection)
    return found


@lru_cache(maxsize=2_000)
def _numbered(sql: str) -> bytes:
    """Return a statement with `$1`, `$2` in the places of `%s`, as PostgreSQL reads it."""
    number = 0

    def written(found: re.Match[str]) -> str:
        nonlocal number
        if found[1] == "%":
            return "%"
        number += 1
        return f"${number}"

    return PLACE.sub(written, sql).encode()
