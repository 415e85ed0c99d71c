"""Three runners, killed at random while they work: everything goes out once, what cannot is tried again.

`bench/bench_scheduling.py` does the same with a thousand stories and twenty killings.
"""

import random
import time
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Revision

from cms.scheduling.models import Failure
from news.models import Article
from tests.builders import make_contributor, make_section
from tests.cms.scheduling.newsroom import make_scheduled, times_published
from tests.cms.scheduling.processes import Runners

STORIES, KILLINGS = 24, 3
UNFINISHED = [("paragraph", "<p>Venn stated [WHERE].</p>")]


@pytest.mark.postgresql  # several runners at once
@pytest.mark.django_db(transaction=True)
def test_runners_that_are_killed_lose_nothing_and_publish_nothing_twice():
    due = timezone.now()
    common = {"section": make_section(), "contributors": [make_contributor()]}
    good = [make_scheduled(due, **common) for _ in range(STORIES)]
    poisoned = [make_scheduled(due, body=UNFINISHED, **common) for _ in range(2)]
    expired = make_scheduled(due, expire_at=due - timedelta(seconds=1), **common)

    with Runners(3) as runners:
        for _ in range(KILLINGS):
            time.sleep(random.uniform(1, 4))
            runners.kill_one()
        wait_until(lambda: _left() == len(poisoned) and Failure.objects.count() == len(poisoned))
        codes = runners.stop()

    assert codes == [0, 0, 0]
    assert [times_published(story) for story in good] == [1] * STORIES
    assert not Article.objects.filter(pk__in=[story.pk for story in [*poisoned, expired]], live=True)


def _left() -> int:
    return Revision.objects.filter(approved_go_live_at__isnull=False).count()


def wait_until(is_done, seconds=60):
    """Wait for something that other processes do."""
    deadline = time.monotonic() + seconds
    while not is_done():
        assert time.monotonic() < deadline, "the runners did not finish"
        time.sleep(0.2)
