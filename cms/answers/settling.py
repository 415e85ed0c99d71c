"""Makes an answer of one state of the database: never half of what was before a change and half of what came after.

An answer takes several statements, and each would see what is committed by then. A closed section that moves meanwhile,
or a story that is rewritten and put under embargo in one go, is hidden in every state; between two statements of one
answer it could look public. So all statements of an answer read one snapshot, which also says how far the log of
changes goes in it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple, TypeVar

from django.db import DatabaseError, InterfaceError, OperationalError, connection

from cms.answers.movements import Movements, can_follow
from cms.reading import REPLICA
from cms.running import command, vendor

Made = TypeVar("Made")
# Django knows nothing of these transactions, in which nothing is written. The state is that of the first statement.
BEGIN = {"postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "sqlite": "BEGIN DEFERRED"}


class State(NamedTuple):
    """What is known of a state: what tells of changes, and how many came before; `None` where there is no log."""

    movements: Movements
    changes: int | None


_state: ContextVar[State | None] = ContextVar("state", default=None)
_movements: dict[bool, Movements] = defaultdict(Movements)
"""What this process knows of changes, by whether a replica told it, which may be behind."""


def of_one_state(make: Callable[[], Made]) -> Made:
    """Return what is made of one state of the database; inside a transaction of our own, of that."""
    if _state.get() is not None or not can_follow():
        return make()
    with _one_state():
        return make()


def state() -> State | None:
    """Return the state that is read; `None` outside of `of_one_state`."""
    return _state.get()


def movements() -> Movements:
    """Return what this process knows of changes in the database that it reads."""
    return _movements[connection.alias == REPLICA]


@contextmanager
def _one_state() -> Iterator[None]:
    try:
        command(BEGIN[vendor()])
    except (InterfaceError, OperationalError):
        # The first question of a request: a connection that broke shows here, and is made anew.
        connection.close()
        command(BEGIN[vendor()])
    known = movements()
    token = None
    try:
        token = _state.set(State(known, known.look()))
        yield
    finally:
        if token is not None:
            _state.reset(token)
        try:
            command("COMMIT")
        except DatabaseError:
            connection.close()
