"""Edits at random, and after each step holds what two processes serve against what is computed on the spot."""

import os
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, ClassVar

import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from graphql import parse
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from cms.graphql import responses, transport
from cms.graphql.context import RequestContext
from cms.graphql.executor import PreparedOperation
from cms.graphql.schema import get_schema
from news.models import Article, Section
from tests.exactness.newsroom import Snapshot, build
from tests.exactness.operations import OPERATIONS, Desk, NothingToDoError
from tests.exactness.questions import QUESTIONS
from tests.exactness.readers import Reader

BEGINNING = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
SECONDS = (1, 59, 60, 61, 300, 2_700, 3_600, 12_000, 50_000)
REFUSALS = (NothingToDoError, ValidationError, IntegrityError)
STEPS_IN_A_ROW = 200
COMMITTED, ROLLED_BACK, READ_MEANWHILE = "committed", "rolled back", "read meanwhile"
ENDS = (COMMITTED, COMMITTED, COMMITTED, COMMITTED, ROLLED_BACK, READ_MEANWHILE)
WAIT = "wait"


class Editing(RuleBasedStateMachine):
    """A newsroom at work, and two processes of readers who ask all the while."""

    readers: ClassVar[list[Reader]]
    snapshot: ClassVar[Snapshot]
    clock: ClassVar[Any]
    questions_a_step: ClassVar[int]
    steps: ClassVar[int] = 0
    compared: ClassVar[int] = 0
    done: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.now = BEGINNING
        self.clock.move_to(self.now)
        self.snapshot.put_back()

    @rule(name=st.sampled_from([*sorted(OPERATIONS), *[WAIT] * 6]), seed=st.integers(0, 2**32))
    def step(self, name, seed):
        """Do something, commit it or not, and ask."""
        chosen = random.Random(seed)
        questions = self.questions(chosen)
        if name == WAIT:
            self.now += timedelta(seconds=chosen.choice(SECONDS))
            self.clock.move_to(self.now)
        else:
            self.edit(
                name, Desk(chosen.randrange(1_000), chosen.randrange(1_000)), chosen.choice(ENDS), questions
            )
        Editing.steps += 1
        if Editing.steps % STEPS_IN_A_ROW == 0:
            print(f"{Editing.steps} steps, {Editing.compared} answers compared", flush=True)
        self.compare(questions, self.computed(questions))

    def edit(self, name, desk, end, questions):
        """Do what editors do in one transaction."""
        before = self.computed(questions) if end == READ_MEANWHILE else []
        try:
            with transaction.atomic():
                OPERATIONS[name](desk)
                if end == READ_MEANWHILE:
                    self.compare(questions, before)
                transaction.set_rollback(end == ROLLED_BACK)
            Editing.done[name] += 1
        except REFUSALS:
            pass

    def questions(self, chosen):
        """Return some questions about some things."""
        articles = list(Article.objects.order_by("pk").values_list("pk", flat=True)[:6]) or [0]
        sections = list(Section.objects.order_by("pk").values_list("pk", flat=True)[:3]) or [0]
        paths = (
            "/politics/story-0/",
            "/politics/council/story-1/",
            "/sport/story-2/",
            "/politics/",
            "/politics/other-1/",
        )
        return [
            (
                QUESTIONS[name],
                {
                    key: value
                    for key, value in (
                        ("path", chosen.choice(paths)),
                        ("article", str(chosen.choice(articles))),
                        ("section", str(chosen.choice(sections))),
                    )
                    if f"${key}" in QUESTIONS[name]
                },
            )
            for name in chosen.sample(sorted(QUESTIONS), self.questions_a_step)
        ]

    def computed(self, questions):
        """Return the answers without any cache, as of one moment."""
        context = RequestContext()
        return [computed(prepared(query), variables, context) for query, variables in questions]

    def compare(self, questions, expected):
        """Hold every process against what is right."""
        for reader in self.readers:
            reader.send([self.now.isoformat(), questions])
        for served in [reader.receive() for reader in self.readers]:
            for question, given, right in zip(questions, served, expected, strict=True):
                assert given == right, f"{question}\nserved: {given}\nright:  {right}"
                Editing.compared += 1


@cache
def prepared(query: str) -> PreparedOperation:
    """Return a query, ready to run."""
    return PreparedOperation(get_schema(), parse(query), None)


def computed(operation: PreparedOperation, variables: dict[str, Any], context: RequestContext) -> str:
    """Return the text of an answer, computed on the spot."""
    result = operation.run(variables, context)
    return responses.answered(result, context, transport.PLAIN, "").content.decode()


def prove(steps: int, *, planted: tuple[str, ...] = (), questions: int = 3, seed: int | None = None) -> None:
    """Run so many steps in an empty, migrated database; raise what hypothesis raises at a difference."""
    environment = {**os.environ, "DATABASE_URL": address()}
    Editing.questions_a_step = questions
    Editing.readers = [Reader(environment, *planted) for _ in range(2)]
    phases = [Phase.generate] if planted else [Phase.generate, Phase.shrink]
    try:
        with time_machine.travel(BEGINNING, tick=False) as clock:
            build(BEGINNING)
            Editing.clock, Editing.snapshot = clock, Snapshot()
            machine = Editing if seed is None else _seeded(seed)
            run_state_machine_as_test(
                machine,
                settings=size(steps, phases),
            )
    finally:
        served, made = map(sum, zip(*(reader.counts() for reader in Editing.readers), strict=True))
        print(
            f"{Editing.steps} steps, {Editing.compared} answers compared, {served} of them kept ones, {made} made"
        )
        print(f"never done: {', '.join(sorted(OPERATIONS.keys() - Editing.done.keys())) or 'nothing'}")
        for reader in Editing.readers:
            reader.stop()


def size(steps, phases):
    """Return how long hypothesis goes on."""
    return settings(
        max_examples=max(4, steps // STEPS_IN_A_ROW),
        stateful_step_count=min(STEPS_IN_A_ROW, max(1, steps // 4)),
        deadline=None,
        database=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )


def _seeded(seed: int) -> type[Editing]:
    Editing._hypothesis_internal_use_seed = seed
    return Editing


def address() -> str:
    """Return the address of the database that this process uses."""
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{values['NAME']}"
    server = f"{values['USER']}:{values['PASSWORD']}@{values['HOST']}:{values['PORT'] or 5432}"
    return f"postgres://{server}/{values['NAME']}"
