"""Connections: bounded lists with cursors that hold while articles come and go, and totals when asked.

A cursor names the order and the place in it (the sort values of the last row), never an offset, so a row that
enters or leaves before it neither repeats nor hides another.
"""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene
from django.db.models import BigIntegerField, DateTimeField, F, Field, Q, QuerySet, TextField
from django.utils.dateparse import parse_datetime
from grapple.models import GraphQLField

from cms.given import Given
from cms.graphql import names
from cms.graphql.declarations import edge
from cms.graphql.errors import UserError
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row

MAXIMUM_PAGE = 100
DEFAULT_PAGE = 20
MAXIMUM_CURSOR = 600
SORTED_BY = {DateTimeField: datetime, BigIntegerField: int, TextField: str}


def bounded(first: int | None, default: int = DEFAULT_PAGE) -> int:
    """Return how many rows to give; refuse what is negative or beyond `MAXIMUM_PAGE`."""
    if first is None:
        return default
    if not 0 <= first <= MAXIMUM_PAGE:
        raise UserError(
            f"“first” was {first}; send a number from 0 to {MAXIMUM_PAGE} and page on with “after”.",
            code="BAD_FIRST",
        )
    return first


@dataclass(frozen=True, slots=True)
class Order:
    """A total order: columns from the most to the least significant, the last one unique.

    `columns`: (name in the row, descending) pairs. `name` stands in cursors. `fields`: what kinds of values the
    columns hold, for statements that are kept.
    """

    name: str
    columns: tuple[tuple[str, bool], ...]
    fields: tuple[Field, ...] = ()

    def apply(self, rows: QuerySet) -> QuerySet:
        """Return the query set in this order."""
        return rows.order_by(
            *(F(name).desc() if descending else F(name).asc() for name, descending in self.columns)
        )

    def after(self, place: Sequence[Any]) -> Q:
        """Return the condition for rows that come after the sort values `place`."""
        condition = Q()
        for position, ((name, descending), value) in enumerate(zip(self.columns, place, strict=True)):
            step = Q(**{f"{name}__{'lt' if descending else 'gt'}": value})
            for (earlier, _), same in zip(self.columns[:position], place[:position], strict=True):
                step &= Q(**{earlier: same})
            condition |= step
        first, descending = self.columns[0]
        # Implied by the rest, and what lets the database start in the middle of an index.
        return Q(**{f"{first}__{'lte' if descending else 'gte'}": place[0]}) & condition

    @property
    def places(self) -> list[Given]:
        """Where the sort values of a place go, once `after` is given them when the SQL is run."""
        return [
            Given(f"after_{name}", field) for (name, _), field in zip(self.columns, self.fields, strict=True)
        ]

    def given(self, place: Sequence[Any]) -> dict[str, Any]:
        """Return sort values by the names of their places; refuse those that are no values of the columns."""
        for field, value in zip(self.fields, place, strict=True):
            if not isinstance(value, SORTED_BY[type(field)]):
                raise _refusal()
        return {each.name: value for each, value in zip(self.places, place, strict=True)}

    def cursor(self, row: Row) -> str:
        """Return the cursor of a row."""
        place = [row[name] for name, _ in self.columns]
        return encode_cursor(self.name, place)

    def place(self, cursor: str) -> list[Any]:
        """Return the sort values in a cursor of this order; refuse any other text."""
        name, place = decode_cursor(cursor)
        if name != self.name or len(place) != len(self.columns):
            raise UserError(
                "This cursor belongs to another order; send “after” with the orderBy it came from.",
                code="BAD_CURSOR",
            )
        return place


def encode_cursor(name: str, place: Sequence[Any]) -> str:
    """Return an opaque cursor for a place in the order called `name`."""
    values = [{"t": value.isoformat()} if isinstance(value, datetime) else value for value in place]
    return (
        base64.urlsafe_b64encode(json.dumps([name, *values], separators=(",", ":")).encode())
        .decode()
        .rstrip("=")
    )


def decode_cursor(cursor: str) -> tuple[str, list[Any]]:
    """Return the order's name and the sort values in a cursor; refuse what is none of ours."""
    if len(cursor) > MAXIMUM_CURSOR:
        raise _refusal()
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        name, *values = json.loads(base64.b64decode(padded.encode("ascii"), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise _refusal() from None
    place = [_sort_value(value) for value in values]
    if not isinstance(name, str) or None in place:
        raise _refusal()
    return name, place


def _refusal() -> UserError:
    return UserError(
        "“after” is no cursor of ours; send an endCursor exactly as it was answered.", code="BAD_CURSOR"
    )


def _sort_value(value: Any) -> Any:
    """Return a sort value as it goes into a query; `None` for what no cursor of ours holds."""
    if isinstance(value, dict):
        moment = value.get("t") if len(value) == 1 else None
        try:
            parsed = parse_datetime(moment) if isinstance(moment, str) else None
        except ValueError:
            return None
        return parsed if parsed and parsed.tzinfo else None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, int) and abs(value) >= 2**63:
        return None
    return value.replace("\x00", "") if isinstance(value, str) else value


def connection(
    rows: Sequence[Row], selection: Selection, *, first: int, order: Order, total: int | None
) -> Row:
    """Return a connection's row from up to `first` + 1 rows; the surplus row says that there are more."""
    shown = rows[:first]
    answer: Row = {"nodes": shown, "total_count": total}
    if selection.wants("edges"):
        answer["edges"] = [{"cursor": order.cursor(row), "node": row} for row in shown]
    if selection.wants("page_info"):
        end_cursor = order.cursor(shown[-1]) if shown else None
        answer["page_info"] = {"has_next_page": len(rows) > first, "end_cursor": end_cursor}
    return answer


class PageInfo(graphene.ObjectType):
    """Whether a list goes on, and from where."""

    has_next_page = graphene.Boolean(required=True, description="Whether more follow.")
    end_cursor = graphene.String(description="Send it as “after” to go on; null when the list is empty.")


names.register_type(PageInfo)


def register_connection(type_name: str, described: str) -> None:
    """Make the connection and edge types of a list of `type_name`."""
    edge_type = type(
        f"{type_name}Edge",
        (graphene.ObjectType,),
        {
            "__doc__": f"{described} and its place in the list.",
            "cursor": graphene.String(required=True, description="Send it as “after” to go on from here."),
            "node": edge(type_name, description=f"{described}."),
        },
    )
    connection_type = type(
        f"{type_name}Connection",
        (graphene.ObjectType,),
        {
            "__doc__": f"A page of a list: {described.lower()} by {described.lower()}.",
            "nodes": edge(type_name, many=True, description="This page of the list."),
            "edges": edge(f"{type_name}Edge", many=True, description="The same with a cursor each."),
            "page_info": edge("PageInfo", description="Whether and where the list goes on."),
            "total_count": graphene.Int(required=True, description="How many there are in all."),
        },
    )
    names.register_type(edge_type)
    names.register_type(connection_type)


def page_arguments(default: int = DEFAULT_PAGE) -> dict[str, graphene.Argument]:
    """Return the arguments of every connection."""
    return {
        "first": graphene.Argument(
            graphene.Int, default_value=default, description=f"How many, at most {MAXIMUM_PAGE}."
        ),
        "after": graphene.Argument(graphene.String, description="The cursor to go on from."),
    }


def connection_field(
    field_name: str, type_name: str, *, description: str, filtered: bool = False
) -> Callable[[], Any]:
    """Declare a connection in a model's `graphql_fields`; `filtered` adds the list's filter and order."""

    def declare() -> tuple[GraphQLField, Callable[[Any], graphene.Field]]:
        def field(_: Any) -> graphene.Field:
            return connection_edge(type_name, description=description, filtered=filtered)

        return GraphQLField(field_name, graphene.String), field

    return declare


def connection_edge(type_name: str, *, description: str, filtered: bool = False) -> graphene.Field:
    """Return a connection as a graphene field, for types written by hand."""
    arguments = page_arguments()
    if filtered:
        arguments["where"] = graphene.Argument(
            lambda: names.type_named(f"{type_name}Where"), description="Which ones; all conditions hold."
        )
        arguments["order_by"] = graphene.Argument(
            lambda: names.type_named(f"{type_name}Order"), default_value="newest", description="The order."
        )
    return edge(f"{type_name}Connection", description=description, **arguments)
