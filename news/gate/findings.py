"""What a check found, and where."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from news.gate.placeholders import fold

Step = str | int
"""A step from a field's value to a part of it: a block's place in a list, or a child's name."""


class Level(StrEnum):
    """What a finding does: a blocking one keeps a thing from going live, an advisory one is shown."""

    BLOCKING = "blocking"
    ADVISORY = "advisory"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a thing that can be published.

    `field` is the name of a field or child relation, `steps` lead from its value to the part that is meant,
    `key` names the place for good (blocks keep theirs when they are moved), `label` tells an editor where to
    look.
    """

    field: str
    label: str
    key: str
    steps: tuple[Step, ...] = ()

    @classmethod
    def of_field(cls, name: str, label: str) -> "Location":
        """Return the location of a whole field."""
        return cls(name, label, name)

    def below(self, step: Step, label: str = "", key: str = "") -> "Location":
        """Return the location of a part."""
        deeper = f"{self.label} › {label}" if label else self.label
        return Location(self.field, deeper, f"{self.key}/{key or step}", (*self.steps, step))


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check says: where, and what to do. `marked` is the text that is meant, with `around` it."""

    location: Location
    message: str
    marked: str = ""
    around: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark with the check that made it."""

    check: str
    level: Level
    remark: Remark
    may_be_intended: bool = True

    @property
    def location(self) -> Location:
        """Where it is."""
        return self.remark.location

    @property
    def message(self) -> str:
        """What an editor reads at its place: what to do."""
        return self.remark.message

    @property
    def sentence(self) -> str:
        """What an editor reads elsewhere: the place, then what to do."""
        return f"{self.location.label}: {self.message}"

    @property
    def fingerprint(self) -> str:
        """What tells this occurrence from others in the same thing; it changes with the words around it."""
        parts = (self.check, self.location.key, fold(self.remark.marked), fold(self.remark.around))
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A finding, and who said that it is intended, if anybody did."""

    finding: Finding
    intended_by: str = ""

    @property
    def blocks(self) -> bool:
        """Whether it keeps the thing from going live."""
        return self.finding.level is Level.BLOCKING and not self.intended_by
