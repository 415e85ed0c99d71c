"""Puts triggers on the watched tables, which write to the log of changes in the transaction of the change.

Triggers hear of every write: the admin's, a bulk update's, a move's raw SQL, and what somebody types at the
database's own prompt. What is rolled back leaves no trace.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from uuid import uuid4

from django.db import connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from cms.answers.models import Change, Epoch
from cms.answers.watching import PLACEHOLDER, Says, Watched, watched_tables

LOG, EPOCH = Change._meta.db_table, Epoch._meta.db_table
INSERTED, DELETED, UPDATED = "INSERT", "DELETE", "UPDATE"
FINGERPRINT = 8
CHANGES_KEPT, LET_GO_AT_ONCE = 20_000, 1_000


class Trigger(NamedTuple):
    """What happens after one kind of change of a table's rows."""

    table: str
    event: str
    condition: str
    statements: tuple[str, ...]


def install(using: str) -> None:
    """Put the triggers in place where they differ from what is declared, and begin a new epoch."""
    connection = connections[using]
    dialect = DIALECTS.get(connection.vendor)
    if dialect is None:
        return
    existing = set(connection.introspection.table_names())
    if LOG not in existing:
        return
    wanted = [each for each in _triggers(dialect) if each.table in existing]
    with transaction.atomic(using=using):
        _replace(wanted, dialect(connection))
    begin_epoch(using)


def _thinning(dialect: Any) -> Trigger:
    """Return the trigger that lets go of old changes, a thousand at a time."""
    return Trigger(LOG, INSERTED, f'NEW."id" % {LET_GO_AT_ONCE} = 0', dialect.thinning)


def begin_epoch(using: str = "default") -> None:
    """Let nothing count that was kept until now, in any process."""
    Epoch.objects.using(using).update_or_create(pk=1, defaults={"name": uuid4().hex})


def _replace(wanted: Iterable[Trigger], dialect: "Dialect") -> None:
    """Make triggers and drop those that are no longer wanted. The definition's hash is part of a trigger's name."""
    by_name = {dialect.name(each): each for each in wanted}
    installed = dict(dialect.installed())
    for name in installed.keys() - by_name.keys():
        dialect.drop(name, installed[name])
    for name in by_name.keys() - installed.keys():
        dialect.create(name, by_name[name])


class Dialect:
    """How one database writes triggers."""

    differs: str
    no_from: str

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def name(self, trigger: Trigger) -> str:
        """Return a name that changes with what the trigger does; PostgreSQL has room for 63 letters."""
        digest = hashlib.sha256("\n".join((*trigger.statements, trigger.condition)).encode()).hexdigest()
        return f"answers_{digest[:FINGERPRINT]}_{trigger.event.lower()}_{trigger.table}"[:63]

    def installed(self) -> Iterator[tuple[str, str]]:
        """Yield the names of our triggers and their tables."""
        with self.connection.cursor() as cursor:
            cursor.execute(self.listing)
            yield from cursor.fetchall()

    listing: str

    def create(self, name: str, trigger: Trigger) -> None:
        """Make a trigger."""
        raise NotImplementedError

    def drop(self, name: str, table: str) -> None:
        """Take a trigger away."""
        raise NotImplementedError

    def run(self, *statements: str) -> None:
        """Run statements that define something."""
        with self.connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    @classmethod
    def text(cls, expression: str, field: models.Field) -> str:
        """Return a column's value as it stands in a key."""
        return expression


class SQLite(Dialect):
    """SQLite's triggers, whose names are one list for the whole database."""

    differs = "IS NOT"
    log_columns = '("table", "key")'
    log_values = ""
    thinning = (
        f'UPDATE "{EPOCH}" SET "start" = NEW."id" - {CHANGES_KEPT} WHERE "start" < NEW."id" - {CHANGES_KEPT}',
        f'DELETE FROM "{LOG}" WHERE "id" < NEW."id" - {CHANGES_KEPT}',
    )
    listing = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'answers\\_%' ESCAPE '\\'"

    def create(self, name: str, trigger: Trigger) -> None:
        """Make a trigger."""
        when = f"WHEN {trigger.condition} " if trigger.condition else ""
        body = "; ".join(trigger.statements)
        self.run(
            f'CREATE TRIGGER "{name}" AFTER {trigger.event} ON "{trigger.table}" {when}BEGIN {body}; END'
        )

    def drop(self, name: str, table: str) -> None:
        """Take a trigger away."""
        self.run(f'DROP TRIGGER "{name}"')


class PostgreSQL(Dialect):
    """PostgreSQL's triggers, each with a function of the same name."""

    differs = "IS DISTINCT FROM"
    log_columns = '("transaction", "table", "key")'
    log_values = "pg_current_xact_id()::text::bigint, "
    # Whoever finds another at it leaves it to them: writers must not wait for each other here.
    thinning = (
        f'PERFORM 1 FROM "{EPOCH}" FOR UPDATE SKIP LOCKED',
        f'IF FOUND THEN UPDATE "{EPOCH}" SET "start" = greatest("start", coalesce((SELECT least("transaction",'
        " pg_snapshot_xmin(pg_current_snapshot())::text::bigint)"
        f' FROM "{LOG}" WHERE "id" <= NEW."id" - {CHANGES_KEPT} ORDER BY "id" DESC LIMIT 1), 0))',
        f'DELETE FROM "{LOG}" WHERE "transaction" < (SELECT "start" FROM "{EPOCH}")',
        "END IF",
    )
    listing = (
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        " WHERE tgname LIKE 'answers\\_%%' AND relnamespace = current_schema()::regnamespace"
    )

    def create(self, name: str, trigger: Trigger) -> None:
        """Make a trigger and its function."""
        when = f"WHEN ({trigger.condition}) " if trigger.condition else ""
        body = "; ".join(trigger.statements)
        self.run(
            f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS'
            f" $answers$ BEGIN {body}; RETURN NULL; END $answers$",
            f'CREATE TRIGGER "{name}" AFTER {trigger.event} ON "{trigger.table}"'
            f' FOR EACH ROW {when}EXECUTE FUNCTION "{name}"()',
        )

    def drop(self, name: str, table: str) -> None:
        """Take a trigger and its function away."""
        self.run(f'DROP TRIGGER "{name}" ON "{table}"', f'DROP FUNCTION IF EXISTS "{name}"()')

    @classmethod
    def text(cls, expression: str, field: models.Field) -> str:
        """Return a column's value as it stands in a key; a UUID without its dashes, as SQLite keeps it."""
        if isinstance(field, models.UUIDField):
            return f"replace({expression}::text, '-', '')"
        return f"{expression}::text"


DIALECTS: dict[str, Any] = {"sqlite": SQLite, "postgresql": PostgreSQL}


def _triggers(dialect: Any) -> Iterator[Trigger]:
    yield _thinning(dialect)
    for table, model, watched in watched_tables():
        writing = _Writing(dialect, table, model, watched)
        yield Trigger(table, INSERTED, "", writing.one_sided("NEW", "I"))
        yield Trigger(table, DELETED, "", writing.one_sided("OLD", "D"))
        yield Trigger(table, UPDATED, writing.any_change(), writing.two_sided())


class _Writing:
    """Writes the statements of one table's triggers."""

    def __init__(self, dialect: Any, table: str, model: type[models.Model], watched: Watched) -> None:
        self.dialect = dialect
        self.table = table
        self.watched = watched
        fields: Any = model._meta.local_concrete_fields
        self.fields = {field.column: field for field in fields}

    def any_change(self) -> str:
        """Return the condition that a column changed which readers may be shown."""
        return self._changed(name for name in self.fields if name not in self.watched.ignores)

    def one_sided(self, row: str, event: str) -> tuple[str, ...]:
        """Return the statement that logs what an insertion or deletion says."""
        keys = [self._key(each, row) for each in self.watched.says if event in each.on] or ["NULL"]
        return (self._insert(f"VALUES {', '.join(self._values(key) for key in dict.fromkeys(keys))}"),)

    def two_sided(self) -> tuple[str, ...]:
        """Return the statements that log what an update says, of the row as it was and as it is."""
        statements = []
        for says in self.watched.says:
            if "U" not in says.on:
                continue
            new, old = self._key(says, "NEW"), self._key(says, "OLD")
            when = [f"({self._changed(says.when)})"] if says.when else []
            conditions = {new: when}
            if new != old:
                conditions[old] = [*when, f"({self._changed(says.columns)})"]
            for key, needed in conditions.items():
                where = f" WHERE {' AND '.join(needed)}" if needed else ""
                statements.append(self._insert(f"SELECT {self._values(key, bare=True)}{where}"))
        if not any("U" in says.on and not says.when for says in self.watched.says):
            statements.append(self._insert(f"SELECT {self._values('NULL', bare=True)}"))
        return tuple(statements)

    def _insert(self, rows: str) -> str:
        return f'INSERT INTO "{LOG}" {self.dialect.log_columns} {rows}'

    def _values(self, key: str, *, bare: bool = False) -> str:
        values = f"{self.dialect.log_values}'{self.table}', {key}"
        return values if bare else f"({values})"

    def _changed(self, columns: Iterable[str]) -> str:
        return " OR ".join(f'OLD."{name}" {self.dialect.differs} NEW."{name}"' for name in columns)

    def _key(self, says: Says, row: str) -> str:
        parts = PLACEHOLDER.split(says.template)
        written = [f"'{text}'" for text in parts[::2] if text]
        for place, name in enumerate(parts[1::2]):
            written.insert(2 * place + 1, self.dialect.text(f'{row}."{name}"', self.fields[name]))
        return " || ".join(written)
