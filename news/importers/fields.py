"""Reads fields of JSON whose keys are spelled in lower case (ninjs 2) or camel case (ninjs 3) alike."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from django.utils.dateparse import parse_date, parse_datetime

from news.importers.items import Refused

RENAMED = {"embargoeduntil": "embargoed"}
"""What ninjs 3 calls differently altogether; everything else differs in capitals alone."""
FIRST_YEAR, LAST_YEAR = 1000, 9000
"""Beyond these no database converts a moment to another time zone."""


class Fields:
    """One object of a ninjs file. Keys are asked for in lower case."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = {RENAMED.get(key.lower(), key.lower()): value for key, value in data.items()}

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def text(self, key: str) -> str:
        """Return a text, stripped; empty when there is none."""
        value = self._data.get(key)
        if value is None:
            return ""
        if isinstance(value, str):
            # No database stores NUL, and half a surrogate pair is no character.
            return value.replace("\x00", "").encode("utf-8", "replace").decode().strip()
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        raise Refused(f"“{key}” should be text")

    def line(self, key: str) -> str:
        """Return a text as one line."""
        return " ".join(self.text(key).split())

    def number(self, key: str) -> int:
        """Return a whole number; 0 when there is none."""
        value = self._data.get(key)
        return int(value) if isinstance(value, int | float) and abs(value) < 1e9 else 0

    def one(self, key: str) -> "Fields":
        """Return an object's fields; none when it is not there."""
        value = self._data.get(key)
        if value is None:
            return Fields({})
        if not isinstance(value, dict):
            raise Refused(f"“{key}” should be an object")
        return Fields(value)

    def many(self, key: str) -> list["Fields"]:
        """Return a list of objects; empty when it is not there."""
        value = self._data.get(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise Refused(f"“{key}” should be a list of objects")
        return [Fields(each) for each in value]

    def moment(self, key: str) -> datetime | None:
        """Return a date and time; one without a time zone counts as UTC."""
        text = self.text(key)
        if not text:
            return None
        try:
            moment = parse_datetime(text)
            day = None if moment else parse_date(text)
        except ValueError:
            moment = day = None
        if day:
            moment = datetime(day.year, day.month, day.day)
        if moment is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise Refused(f"“{key}” is no date: {text}")
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
