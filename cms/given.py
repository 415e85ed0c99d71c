"""Places in a query set for what is known only when its SQL is run; `cms.graphql.statements` runs it."""

import json
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import (
    BigIntegerField,
    BooleanField,
    DateTimeField,
    Expression,
    Field,
    Func,
    IntegerField,
    QuerySet,
    Subquery,
)


class Given(Expression):
    """A value, or with `many` a list of values, that a statement is given when it is run."""

    def __init__(self, name: str, output_field: Field, *, many: bool = False) -> None:
        super().__init__(output_field=output_field)
        self.name = name
        self.many = many
        self._is_number = isinstance(output_field, IntegerField)

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> Any:
        """Return a place for the value."""
        return "%s", [self]

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> Any:
        """Return a place for the value; a list goes in as JSON."""
        return ("(SELECT value FROM json_each(%s))" if self.many else "%s"), [self]

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> Any:
        """Return a place for the value; a list goes in as an array."""
        if self.many:
            return f"(SELECT unnest(%s::{self.type}[]))", [self]
        # PostgreSQL would otherwise take it for the column's type, and refuse a number that is too large for that.
        return (f"%s::{self.type}" if self._is_number else "%s"), [self]

    @property
    def type(self) -> str:
        """The database's type of such a value."""
        return str(self.output_field.cast_db_type(connection))

    def adapted(self, value: Any, vendor: str) -> Any:
        """Return a value as the driver of a database takes it."""
        return self.adapted_list(value, vendor) if self.many else self._adapted_one(value, vendor)

    def adapted_list(self, listed: Iterable[Any], vendor: str) -> Any:
        """Return a list of such values as the driver of a database takes it."""
        values = [self._adapted_one(each, vendor) for each in listed]
        if vendor == "sqlite":
            return json.dumps(values)
        # Spelt out, so that the type of the parameter does not change with the size of the numbers.
        return f"{{{','.join(each or 'NULL' for each in values)}}}" if self._is_number else values

    def _adapted_one(self, value: Any, vendor: str) -> Any:
        if value is None:
            return None
        if vendor == "sqlite":
            return self.output_field.get_db_prep_value(value, connection)
        return str(int(value)) if self._is_number else value


class Among(Func):
    """The condition that a value is one of a short list: values of a query set, or `Given`.

    PostgreSQL is told to read the list before all else and then to look at one row after the other. Left to itself it
    would join both, for which it reads the whole of the larger side.
    """

    output_field = BooleanField()
    conditional = True

    def __init__(self, value: Any, listed: QuerySet | Expression, **extra: Any) -> None:
        super().__init__(value, Subquery(listed) if isinstance(listed, QuerySet) else listed, **extra)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Return the condition as every database knows it."""
        return self.as_sql(compiler, connection, template="%(expressions)s", arg_joiner=" IN ")

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Return the condition with the list as an array."""
        return self.as_sql(compiler, connection, template="%(expressions)s)", arg_joiner=" = ANY(ARRAY")


NOW = Given("now", DateTimeField())
KEY = Given("key", BigIntegerField())
KEYS = Given("keys", BigIntegerField(), many=True)
