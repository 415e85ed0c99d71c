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


HEADLINE = Field("headline", 5, pairs=True)
TAGS = Field("tags", 3, pairs=True)
STANDFIRST = Field("standfirst", 3, pairs=True, is_read=True)
BYLINES = Field("bylines", 3, pairs=True)
SOURCES = Field("sources", 2, pairs=True)
DATELINE = Field("dateline", 2)
HEADINGS = Field("headings", 2, pairs=True, is_read=True)
BODY = Field("body", 1, is_read=True)
CAPTIONS = Field("captions", 1, is_read=True)
# What pictures show in words, and who made them.
PICTURES = Field("pictures", 1)

# What a word says of an article grows with its count, fields weighed in, and levels off:
# count / (count + SATURATION × (1 - LENGTH_COUNTS + LENGTH_COUNTS × length / usual length)), as in BM25F.
# Both constants are those that the literature calls usual; no collection was asked for better ones. In percent.
SATURATION = 120
LENGTH_COUNTS = 75
HIGHEST_COUNT = 1_000
