"""What readers searched."""

from django.db import models

LONGEST_ASKED = 80


class AskedQuery(models.Model):
    """How often readers asked for some words on one day: nothing about who, when in the day, or from where."""

    day = models.DateField()
    words = models.CharField(max_length=LONGEST_ASKED, help_text="The folded words of the query.")
    times = models.PositiveIntegerField()
    in_vain = models.PositiveIntegerField(help_text="How many of the times nothing was found.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "words"], name="asked_once_a_day")]

    def __str__(self) -> str:
        return f"{self.words} on {self.day}: {self.times}"
