"""A news item as every importer states it, whatever format it came in."""

from dataclasses import dataclass
from datetime import datetime

from news.choices import ArticleKind


class Refused(Exception):
    """An item cannot come in; the message is the reason, for the person who imports."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Who made something, and what they did; no role means that they wrote it."""

    name: str
    role: str = ""
    is_organisation: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """One of an item's bodies: the same story in one of several forms."""

    role: str
    content_type: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file of a picture; the address may lead anywhere, the file may lie beside the item."""

    href: str
    width: int
    is_marked: bool
    """Whether it is a thumbnail or carries a watermark: taken only when nothing better is there."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an item, with the words that came with it."""

    name: str
    uri: str
    title: str
    caption: str
    credit: str
    licence: str
    alt: str
    renditions: tuple[Rendition, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around the body."""

    headline: str
    search_headline: str
    social_headline: str
    summary: str
    dateline: str
    kind: ArticleKind


@dataclass(frozen=True, slots=True)
class Credits:
    """Who made an item and where it came from, both in order."""

    contributors: tuple[Credit, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """When an item was made, and from when on it may be shown."""

    first_created: datetime | None
    version_created: datetime | None
    embargo_until: datetime | None


@dataclass(frozen=True, slots=True)
class Item:
    """One version of one story."""

    uri: str
    version: str
    is_withdrawn: bool
    language: str
    """As the item says it, such as nb-NO; empty when it says nothing."""
    words: Words
    bodies: tuple[Body, ...]
    credits: Credits
    dates: Dates
    subjects: tuple[str, ...]
    pictures: tuple[Picture, ...]
    own_picture: Picture | None
    """The picture that this item is, when it is no story."""
    notes: tuple[str, ...]
    """What the provider tells editors, and nobody else."""
    remarks: tuple[str, ...]
    """What the reader of the format could not place, and what it had to assume."""


@dataclass(frozen=True, slots=True)
class InlinePicture:
    """A picture as it stands in a body."""

    src: str
    reference: str
    """The name of the associated picture that it shows; may be empty."""
    alt: str
    caption: str
    credit: str
