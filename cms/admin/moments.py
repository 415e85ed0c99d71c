"""Moments that an editor types while, or for when, the clocks are set forward or back.

A time that is left out does not exist; one that comes twice could be either. Django refuses both with one sentence,
even for a moment that stood in the form and that nobody touched. Here it is said which of the two it is and what to
type instead; what is untouched stays as it was; and while the clocks go back, the nearer of the two is meant.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateTimeInput

UNCLEAR = "ambiguous_timezone"  # Django's code of the refusal
SOON = timedelta(hours=1)


class MomentField(forms.DateTimeField):
    """A date and time by the clock of the admin."""

    widget = AdminDateTimeInput

    def to_python(self, value: Any) -> datetime | None:
        """Return the moment; of a time that comes twice, the one that is within the hour."""
        try:
            return super().to_python(value)
        except ValidationError as refusal:
            if refusal.code != UNCLEAR:
                raise
            return resolve((refusal.params or {})["datetime"])

    def _clean_bound_field(self, bound: BoundField) -> Any:
        """Return a moment that nobody touched as it was. Django offers no other place that knows both."""
        before = bound.initial
        if isinstance(before, datetime) and not self.disabled:
            shown = self.widget.format_value(self.prepare_value(before))
            if bound.data == shown and is_unclear(timezone.localtime(before)):
                return before
        return super()._clean_bound_field(bound)


def is_unclear(moment: datetime) -> bool:
    """Return whether the clock shows the same time for another moment as well."""
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def resolve(typed: datetime) -> datetime:
    """Return which moment is meant by a time that comes twice; raise `ValidationError` unless it is at hand."""
    zone = timezone.get_current_timezone()
    first, second = (typed.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    step = abs((second.utcoffset() or timedelta()) - (first.utcoffset() or timedelta()))
    comes_twice = first.astimezone(UTC) < second.astimezone(UTC)
    now = timezone.now()
    nearer = min(first.astimezone(UTC), second.astimezone(UTC), key=lambda moment: abs(moment - now))
    if comes_twice and abs(nearer - now) <= SOON:
        return nearer
    what = "comes twice" if comes_twice else "does not exist"
    way = "back" if comes_twice else "forward"
    raise ValidationError(
        f"{typed:%H:%M} {what} on {date_format(typed, 'j F Y')}, when the clocks go {way} "
        f"({timezone.get_current_timezone_name()}). "
        f"Choose {typed - step:%H:%M} or {typed + step:%H:%M}, or a time further away.",
        code=UNCLEAR,
    )


def register() -> None:
    """Read every moment of Wagtail's forms in this way."""
    override = {"form_class": MomentField, "widget": AdminDateTimeInput}
    register_form_field_override(models.DateTimeField, override=override)
