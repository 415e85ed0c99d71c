"""The orders of a search, and cursors in them.

A cursor holds the place of the last hit and how the query was read and weighed for the first page. Whatever is
published meanwhile, the pages that follow are cut from one and the same order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from cms.graphql.errors import UserError
from cms.graphql.pagination import Order, decode_cursor, encode_cursor
from search.engines import MOST_PROMOTED
from search.language import MOST_WORDS
from search.rareness import HIGHEST_RARENESS


class SearchOrder(models.TextChoices):
    """The orders a search may have."""

    RELEVANCE = "relevance", "The best match first"
    NEWEST = "newest", "The latest display date first"
    OLDEST = "oldest", "The earliest display date first"


ORDERS = {
    SearchOrder.RELEVANCE: Order("relevance", (("score", True), ("display_date", True), ("id", True))),
    SearchOrder.NEWEST: Order("found-newest", (("display_date", True), ("id", True))),
    SearchOrder.OLDEST: Order("found-oldest", (("display_date", False), ("id", False))),
}
PLACES: dict[str, type] = {"score": int, "display_date": datetime, "id": int}


@dataclass(frozen=True, slots=True)
class SearchState:
    """How a query was read and weighed for its first page.

    `day`: from which the age of articles is counted. `length`: how many words an article usually has. `rareness`:
    that of each word. `needed`: how many of the words an article must hold, 0 for all. `other_words`: words of the
    query and what must have been meant. `promoted`: the articles that come first, whatever they hold.
    """

    day: int
    length: int = 1
    rareness: tuple[int, ...] = ()
    needed: int = 0
    other_words: tuple[tuple[str, str], ...] = ()
    promoted: tuple[int, ...] = ()

    def written(self) -> str:
        """Return the state as it stands in cursors. Folded words hold none of the signs between them."""
        rareness = "-".join(map(str, self.rareness))
        other = "-".join(f"{typed}={meant}" for typed, meant in self.other_words)
        promoted = "-".join(map(str, self.promoted))
        return f"{self.day}.{self.length}.{self.needed}.{rareness}.{other}.{promoted}"


def cursor(order: Order, state: SearchState, place: Sequence[Any]) -> str:
    """Return the cursor of a place in an order."""
    return encode_cursor(order.name, [state.written(), *place])


def read_cursor(text: str, order: Order) -> tuple[SearchState, list[Any]]:
    """Return the state and place in a cursor of an order; refuse any other text."""
    name, place = decode_cursor(text)
    if name != order.name or tuple(map(type, place)) != (
        str,
        *(PLACES[column] for column, _ in order.columns),
    ):
        raise bad_cursor()
    return _read(place[0]), place[1:]


def bad_cursor() -> UserError:
    """Return the refusal of a cursor that this search did not give."""
    return UserError(
        "This cursor belongs to another search or order; send “after” with the query it came from.",
        code="BAD_CURSOR",
    )


def _read(written: str) -> SearchState:
    try:
        day, length, needed, rareness, other, promoted = written.split(".")
        state = SearchState(
            day=int(day),
            length=int(length),
            needed=int(needed),
            rareness=_numbers(rareness),
            promoted=_numbers(promoted),
            other_words=tuple(
                (typed, meant) for typed, meant in (pair.split("=") for pair in other.split("-") if pair)
            ),
        )
    except ValueError:
        raise bad_cursor() from None
    possible = (
        len(state.promoted) <= MOST_PROMOTED
        and all(0 < each < 2**31 for each in state.promoted)
        and 0 <= state.day < 10**6
        and 0 < state.length < 10**6
        and 0 <= state.needed <= MOST_WORDS
        and all(1 <= each <= HIGHEST_RARENESS for each in state.rareness)
    )
    if not possible:
        raise bad_cursor()
    return state


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(int(part) for part in written.split("-") if part)
