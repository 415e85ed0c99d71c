"""What became of a file, for the person who imports."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import DatabaseError

from news.importers.items import Refused

Made = TypeVar("Made")


class Result(StrEnum):
    """What became of a file."""

    NEW = "new"
    UPDATED = "updated"
    PICTURE = "new picture"
    UNCHANGED = "unchanged"
    STALE = "older than what is here"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


@dataclass(slots=True)
class Outcome:
    """What became of one file."""

    file: Path
    result: Result
    told: str = ""
    """One clause: where it is, or why it is not."""
    held: str = ""
    """Why it stays a draft although it was to be published."""
    remarks: list[str] = field(default_factory=list)


def attempt(file: Path, make: Callable[[], Made]) -> Made | Outcome:
    """Return what can be made of a file, or why it stays out."""
    try:
        return make()
    except Refused as refusal:
        return Outcome(file, Result.REFUSED, str(refusal))
    except ValidationError as error:
        return Outcome(file, Result.REFUSED, _fields_and_messages(error))
    except DatabaseError as error:
        return Outcome(file, Result.REFUSED, f"the database does not take it: {error}")
    except RecursionError:
        return Outcome(file, Result.REFUSED, "it is nested too deeply")


def _fields_and_messages(error: ValidationError) -> str:
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(f"{field}: {' '.join(messages)}" for field, messages in error.message_dict.items())
