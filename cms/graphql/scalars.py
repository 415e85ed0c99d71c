"""The API's own scalars."""

from datetime import datetime
from typing import Any

import graphene
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from graphql import GraphQLError, StringValueNode

from cms.graphql import names

MOMENT_EXPECTED = "send a moment with its offset, such as 2026-03-01T18:00:00+04:30 or 2026-03-01T13:30:00Z"


@names.register_type
class DateTime(graphene.Scalar):
    """A moment in ISO 8601 with its offset, such as 2026-03-01T18:00:00+04:30."""

    @staticmethod
    def serialize(value: datetime) -> str:
        """Return a moment as it is written in answers."""
        return value.isoformat()

    @staticmethod
    def parse_value(value: Any) -> datetime:
        """Return the moment that a client wrote."""
        if not isinstance(value, str) or len(value) > 40:
            raise GraphQLError(f"Not a date and time: {MOMENT_EXPECTED}.")
        try:
            moment = parse_datetime(value)
            day = parse_date(value) if moment is None else None
        except ValueError:
            moment = day = None
        if moment is None and day is not None:
            moment = datetime(day.year, day.month, day.day)
        if moment is None:
            raise GraphQLError(f"Not a date and time: {MOMENT_EXPECTED}.")
        try:
            moment = moment if moment.tzinfo else timezone.make_aware(moment)
            return moment.astimezone(timezone.get_default_timezone())
        except (OverflowError, ValueError):
            raise GraphQLError(f"Out of range: {MOMENT_EXPECTED}.") from None

    @staticmethod
    def parse_literal(node: Any, _variables: Any = None) -> datetime:
        """Return the moment that stands in a document."""
        return DateTime.parse_value(node.value if isinstance(node, StringValueNode) else None)
