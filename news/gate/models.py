"""What the gate keeps: a newsroom's own words and limits, and which findings somebody answers for."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from news.gate.placeholders import SiteWords


@register_setting(icon="warning")
class GateSettings(BaseSiteSetting):
    """A newsroom's own words and limits."""

    unfinished_marks = models.TextField(
        blank=True,
        verbose_name="further marks of unfinished work",
        help_text="One a line, such as @@ or “Bild kommt”. Nothing goes live that holds one. Capitals count "
        "when the line has any.",
    )
    meant_phrases = models.TextField(
        blank=True,
        verbose_name="phrases that are always meant",
        help_text="One a line, such as “TK Elevator”. The gate never stops at them.",
    )
    headline_characters = models.PositiveSmallIntegerField(
        default=80,
        validators=[MinValueValidator(20)],
        help_text="A longer headline does not fit its card; editors are told.",
    )
    paragraph_words = models.PositiveSmallIntegerField(
        default=120, validators=[MinValueValidator(20)], help_text="Editors are told of longer paragraphs."
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("unfinished_marks"), FieldPanel("meant_phrases")], heading="Placeholders"
        ),
        FieldRowPanel(["headline_characters", "paragraph_words"], heading="Advice"),
    ]

    class Meta:
        verbose_name = "publishing gate"

    @property
    def words(self) -> SiteWords:
        """The newsroom's own words as the search for placeholders takes them."""
        return SiteWords(unfinished=_lines(self.unfinished_marks), meant=_lines(self.meant_phrases))


class Exemption(models.Model):
    """That somebody answers for a finding: who, when, why, and for which passage. It is never changed."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    check_id = models.CharField(max_length=80)
    fingerprint = models.CharField(max_length=64)
    place = models.CharField(max_length=255)
    passage = models.TextField(blank=True)
    reason = models.CharField(max_length=255, help_text="Why it is meant to be there; kept on the record.")
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    marked_by_name = models.CharField(max_length=160, help_text="Kept when the account is gone.")
    marked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ("add", "view")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "fingerprint"], name="one_exemption_per_occurrence"
            )
        ]

    def __str__(self) -> str:
        return f"{self.check_id}, {self.place}: intended, says {self.marked_by_name}"

    @classmethod
    def of(cls, instance: Any) -> models.QuerySet["Exemption"]:
        """Return the exemptions of a thing; an alias has those of its source."""
        source = getattr(instance, "alias_of", None)
        while source is not None and source.alias_of_id:
            source = source.alias_of
        holder = source or instance
        return cls.objects.filter(content_type=instance.get_base_content_type(), object_id=str(holder.pk))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
