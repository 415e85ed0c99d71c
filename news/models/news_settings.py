"""How this newsroom works, set by its managers."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="bolt")
class NewsSettings(BaseSiteSetting):
    """The newsroom's defaults."""

    banner_lifetime_minutes = models.PositiveIntegerField(
        default=120,
        validators=[MinValueValidator(5), MaxValueValidator(7 * 24 * 60)],
        help_text="How long a new flash banner stays on air unless its editor says otherwise, in minutes.",
    )

    panels = ["banner_lifetime_minutes"]

    class Meta:
        verbose_name = "newsroom"
