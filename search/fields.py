"""What is searched and how much it counts: the one place to change either."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A part of an article. A word in it counts `weight` times.

    `pairs`: whether neighbouring words count together as well. `is_read`: whether excerpts may be taken from it.
    """

    name: str
    weight: int
    pairs: bool = False
    is_read: bool = False


HEADLINE = Field("headline", 8, pairs=True)
TAGS = Field("tags", 4, pairs=True)
STANDFIRST = Field("standfirst", 3, pairs=True, is_read=True)
BYLINES = Field("bylines", 3, pairs=True)
SOURCES = Field("sources", 2, pairs=True)
DATELINE = Field("dateline", 2)
HEADINGS = Field("headings", 2, pairs=True, is_read=True)
BODY = Field("body", 1, is_read=True)
CAPTIONS = Field("captions", 1, is_read=True)
# What pictures show in words, and who made them.
PICTURES = Field("pictures", 1)

# A word's weight in an article grows with its count and levels off: count / (count + SATURATION × length), where the
# length is the article's in words, taken for TYPICAL_LENGTH as far as LENGTH_COUNTS says. This is BM25 without the
# averages over all articles that would make an order of yesterday another one today.
SATURATION = 1.2
LENGTH_COUNTS = 0.6
TYPICAL_LENGTH = 300
HIGHEST_WEIGHT = 255
