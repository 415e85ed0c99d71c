"""The editors' forms of pages."""

from datetime import datetime
from typing import Any

from django.db.models import Model
from django.forms import CheckboxSelectMultiple
from django.forms.models import ModelMultipleChoiceField
from django.utils import timezone
from django.utils.formats import date_format

from news.gate.forms import GatedPageForm

TITLE_LENGTH = 80
UPDATE = "update"
"""What the button “Publish as an update” says."""
ONE_LINE = {"title", "standfirst", "hero_alt", "hero_caption"}
MOMENTS = {"display_date", "updated_at", "embargo_until"}


class ArticleForm(GatedPageForm):
    """Offers the sections of the article's own language, and keeps one line one line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "other_sections" in self.fields:
            offer_sections(self.fields["other_sections"], self.instance.locale_id)
            others = self.fields["other_sections"].queryset
            self.fields["other_sections"].queryset = others.exclude(pk=self.instance.home_section_id)

    def clean(self) -> dict[str, Any]:
        """Join the lines of what is one line to readers: its boxes grow with the text and take line breaks.

        What is published as an update has changed in substance.
        """
        cleaned = super().clean()
        for name in ONE_LINE & cleaned.keys():
            cleaned[name] = " ".join(cleaned[name].split())
        for name in MOMENTS & cleaned.keys():
            cleaned[name] = self._to_the_second(name, cleaned[name])
        if self.data.get("action-publish") == UPDATE:
            cleaned["is_substantive"] = True
        return cleaned

    def _to_the_second(self, name: str, moment: datetime | None) -> datetime | None:
        """Return a moment as it was, unless its editor changed it: the form shows it to the minute only."""
        before = self.initial.get(name)
        is_same = before and moment and before.replace(second=0, microsecond=0) == moment
        return before if is_same else moment


class FlashBannerForm(GatedPageForm):
    """Names a banner after its first headline, and leaves its end alone once it is on air."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "title" in self.fields:
            self.fields["title"].required = False
        if "sections" in self.fields:
            offer_sections(self.fields["sections"], self.instance.locale_id)

    def clean(self) -> dict[str, Any]:
        """Fill the working title, and refuse to keep a banner on air longer than was announced."""
        cleaned = super().clean()
        if not cleaned.get("title"):
            cleaned["title"] = working_title(cleaned.get("items"))
        announced = self._announced_end()
        if announced and cleaned.get("ends_at") and cleaned["ends_at"] > announced:
            until = date_format(timezone.localtime(announced), "H:i")
            self.add_error(
                "ends_at",
                f"It is on air until {until}. To keep it longer, press “Extend” at the flash desk: "
                "an extension goes on the record.",
            )
        return cleaned

    def _announced_end(self) -> datetime | None:
        """Return until when readers have the banner now; `None` when it is not on air."""
        now = timezone.now()
        on_air = type(self.instance)._default_manager.filter(
            pk=self.instance.pk, live=True, starts_at__lte=now, ends_at__gt=now
        )
        return on_air.values_list("ends_at", flat=True).first()


def working_title(items: Any) -> str:
    """Return a banner's title for the newsroom: its first headline, or the moment when it has none."""
    headlines = [str(item.value.get("text") or "") for item in items or []]
    text = next((headline for headline in headlines if headline), "")
    return text[:TITLE_LENGTH] or date_format(timezone.localtime(), r"\F\l\a\s\h \b\a\n\n\e\r, j F, H:i")


def offer_sections(field: ModelMultipleChoiceField, locale_id: int | None) -> None:
    """Offer the sections of one language as boxes to tick, indented as they nest."""
    field.widget = CheckboxSelectMultiple()
    field.queryset = field.queryset.filter(locale_id=locale_id).order_by("path")
    field.label_from_instance = indented_title


def indented_title(page: Model) -> str:
    """Return a section's name, set in by its depth below the front page."""
    return "\u2003" * max(0, page.depth - 3) + page.title
