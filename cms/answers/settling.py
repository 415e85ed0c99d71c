"""Makes an answer of one state of the database: never half of what was before a change and half of what came after.

An answer takes several statements, and each sees what is committed by then. A closed section that moves meanwhile, or
a story that is rewritten and put under embargo in one go, is hidden in every state; between two statements of one
answer it could look public. So whatever an answer is made of is looked at once more when it is made, and where any of
it moved, the answer is made anew in a transaction that sees one state.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar

from django.db import DatabaseError, connection, transaction

from cms.answers.movements import Movements, can_follow
from cms.answers.recording import Ingredients, recording

Made = TypeVar("Made")
movements = Movements()
"""What this process knows of changes, for all that keep no answers of their own."""


class Terms(NamedTuple):
    """What an answer is made of, and since which count of changes it stands; `None` where that cannot be known."""

    ingredients: Ingredients
    since: int | None


def settled(make: Callable[[], Made], known: Movements, count: int | None) -> tuple[Made, Terms]:
    """Return what is made while nothing that it is made of moves; else what is made anew of one state.

    `count` is that of a look at the log just before, `None` where that told nothing. Inside a transaction of our own
    things are made as they are.
    """
    if not can_follow():
        with recording() as ingredients:
            return make(), Terms(ingredients, None)
    if count is not None:
        made, failure, ingredients = _tried(make)
        latest = _look(known) if ingredients.keys else count
        if latest is not None and known.stands(ingredients.keys, count):
            if failure is not None:
                raise failure
            return made, Terms(ingredients, count)  # type: ignore[return-value]
        count = latest
    with one_state(), recording() as ingredients:
        return make(), Terms(ingredients, count)


def _tried(make: Callable[[], Made]) -> tuple[Made | None, Exception | None, Ingredients]:
    """Return what is made, or why it could not be, which may be that halves did not fit."""
    with recording() as ingredients:
        try:
            return make(), None, ingredients
        except Exception as error:  # noqa: BLE001 - whoever asked raises it again, if nothing moved
            return None, error, ingredients


def _look(known: Movements) -> int | None:
    """Return the count of changes after a look at the log; `None` where it does not answer."""
    try:
        return known.look()
    except DatabaseError:
        return None


def of_one_state(make: Callable[[], Made]) -> Made:
    """Return what is made of one state of the database."""
    return settled(make, movements, movements.follow() if can_follow() else None)[0]


@contextmanager
def one_state() -> Iterator[None]:
    """See one state of the database, whatever others commit meanwhile."""
    backend: Any = connection
    usual = getattr(backend, "transaction_mode", None)
    # On SQLite our settings begin with the lock for writing, which a reader must not wait for.
    backend.transaction_mode = "DEFERRED"
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield
    finally:
        backend.transaction_mode = usual
