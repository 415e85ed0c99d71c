"""A time that does not exist, or comes twice, is refused with what to type instead, or understood."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from cms.admin.moments import MomentField

BERLIN = ZoneInfo("Europe/Berlin")
SPRING, AUTUMN = "2026-03-29 02:30", "2026-10-25 02:30"
FIRST, SECOND = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def berlin():
    with timezone.override(BERLIN):
        yield


class MomentForm(forms.Form):
    moment = MomentField()


def message(typed: str) -> str:
    """Return why a time is refused."""
    with pytest.raises(ValidationError) as refusal:
        MomentField().clean(typed)
    return refusal.value.messages[0]


def test_a_time_that_is_left_out_is_refused_with_its_neighbours():
    assert message(SPRING) == (
        "02:30 does not exist on 29 March 2026, when the clocks go forward (Europe/Berlin). "
        "Choose 01:30 or 03:30, or a time further away."
    )


def test_a_time_that_comes_twice_is_refused_with_its_neighbours():
    assert message(AUTUMN) == (
        "02:30 comes twice on 25 October 2026, when the clocks go back (Europe/Berlin). "
        "Choose 01:30 or 03:30, or a time further away."
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-03-29 01:30", datetime(2026, 3, 29, 0, 30, tzinfo=UTC)),
        ("2026-03-29 03:30", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        ("2026-10-25 01:30", datetime(2026, 10, 24, 23, 30, tzinfo=UTC)),
        ("2026-10-25 03:30", datetime(2026, 10, 25, 2, 30, tzinfo=UTC)),
    ],
)
def test_the_times_that_are_offered_are_taken(typed, meant):
    assert MomentField().clean(typed) == meant


@pytest.mark.parametrize(
    ("now", "meant"),
    [
        (datetime(2026, 10, 25, 0, 31, tzinfo=UTC), FIRST),
        (datetime(2026, 10, 25, 0, 5, tzinfo=UTC), FIRST),
        (datetime(2026, 10, 25, 1, 31, tzinfo=UTC), SECOND),
        (datetime(2026, 10, 25, 2, 10, tzinfo=UTC), SECOND),
    ],
)
def test_while_the_clocks_go_back_the_nearer_one_is_meant(now, meant):
    with time_machine.travel(now, tick=False):
        assert MomentField().clean(AUTUMN) == meant


@pytest.mark.parametrize("stored", [FIRST, SECOND])
def test_a_moment_that_nobody_touched_stays_as_it_was(stored):
    stored = stored.replace(second=17)
    form = MomentForm({"moment": AUTUMN}, initial={"moment": stored})

    assert 'value="2026-10-25 02:30"' in str(form["moment"])
    assert form.is_valid()
    assert form.cleaned_data["moment"] == stored


def test_a_moment_that_was_changed_to_an_unclear_one_is_refused():
    form = MomentForm({"moment": "2026-10-25 02:40"}, initial={"moment": FIRST})

    assert not form.is_valid()


def test_what_is_no_time_at_all_is_refused_as_ever():
    assert message("tonight") == "Enter a valid date/time."
