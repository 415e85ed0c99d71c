"""Whether a schedule can be trusted: 1,000 stories, three runners, twenty killings, five stories that fail.

`DATABASE_URL=postgres://… make bench-parts` measures it with everything else; STORIES and SECONDS set its size,
SETTING_UP how long a slow machine may take to schedule them.
A story is late from its moment until the moment that its publication bears.
"""

import os
import random
import time
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Revision

from cms.scheduling.models import Failure
from news.models import Article
from tests.builders import make_article, make_contributor, make_section
from tests.cms.scheduling.newsroom import put_on_schedule, seconds_late, times_published
from tests.cms.scheduling.processes import Runners

STORIES = int(os.environ.get("STORIES", "1000"))
SECONDS = float(os.environ.get("SECONDS", "150"))
RUNNERS = 3
KILLINGS = 20
POISONED = 5
EXPIRED = 20
SETTING_UP = timedelta(seconds=float(os.environ.get("SETTING_UP", "90")))
UNFINISHED = [("paragraph", "<p>Venn stated [WHERE].</p>")]


@pytest.mark.django_db(transaction=True)
def test_a_schedule_is_kept_while_runners_are_killed(capsys):
    if connection.vendor != "postgresql":
        pytest.skip("several runners need PostgreSQL")
    stories, expired = drafts(STORIES), drafts(EXPIRED)
    start = timezone.now() + SETTING_UP
    schedule(stories, expired, start)
    assert timezone.now() < start, "setting up took too long"

    with Runners(RUNNERS) as runners:
        kill_some(runners, start)
        wait_until_done(start + timedelta(seconds=SECONDS + 60))

    report(stories, expired, capsys)


def drafts(number: int) -> list[Article]:
    """Make so many drafts by one hand in one section."""
    section, person = make_section(), make_contributor()
    return [
        make_article(section=section, contributors=[person], live=False, first_published_at=None)
        for _ in range(number)
    ]


def schedule(stories: list[Article], expired: list[Article], start: datetime) -> None:
    """Spread the stories over the time. The first few are unfinished; some have expired when they are due."""
    for place, story in enumerate(stories):
        story.body = UNFINISHED if place < POISONED else story.body
        put_on_schedule(story, start + timedelta(seconds=random.uniform(0, SECONDS)))
    for story in expired:
        story.expire_at = start - timedelta(seconds=1)
        put_on_schedule(story, start + timedelta(seconds=random.uniform(0, SECONDS)))


def kill_some(runners: Runners, start: datetime) -> None:
    """Kill a runner at twenty moments of the time."""
    for after in sorted(random.uniform(0, SECONDS) for _ in range(KILLINGS)):
        time.sleep(max(0.0, (start + timedelta(seconds=after) - timezone.now()).total_seconds()))
        runners.kill_one()


def wait_until_done(deadline: datetime) -> None:
    """Wait until only what cannot go out is left, and each of those has been tried twice."""
    while timezone.now() < deadline:
        left = Revision.objects.filter(approved_go_live_at__isnull=False).count()
        if left == POISONED and Failure.objects.filter(attempts__gte=2).count() == POISONED:
            return
        time.sleep(1)


def report(stories: list[Article], expired: list[Article], capsys: pytest.CaptureFixture[str]) -> None:
    """Say how it went, and fail unless it went as promised."""
    poisoned, good = stories[:POISONED], stories[POISONED:]
    late = sorted(seconds_late(story) for story in good if times_published(story))
    tries = sorted(Failure.objects.values_list("attempts", flat=True))
    with capsys.disabled():
        print(  # noqa: T201
            f"\n{len(late)} of {len(good)} published, {KILLINGS} killings of {RUNNERS} runners; "
            f"late p50 {late[len(late) // 2]:.2f} s, p95 {late[len(late) * 95 // 100]:.2f} s, "
            f"most {late[-1]:.2f} s; {len(tries)} failed, tried {tries} times"
        )
    assert [times_published(story) for story in good] == [1] * len(good)
    assert not Article.objects.filter(
        pk__in=[story.pk for story in [*poisoned, *expired]], live=True
    ).exists()
    assert len(tries) == POISONED
    assert min(tries) >= 2
    assert late[len(late) * 95 // 100] <= 2
