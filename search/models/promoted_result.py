"""What the newsroom puts first for certain words."""

from typing import Any

from django.db import models
from wagtail.admin.panels import FieldPanel, PageChooserPanel

from search.folding import folded_words

LONGEST_QUERY = 200


class PromotedResult(models.Model):
    """An article that leads what readers find for one query, while they may see it."""

    query = models.CharField(
        max_length=LONGEST_QUERY,
        help_text="What readers type, whole: “swimming pool times”. Capitals, accents and punctuation do not matter.",
    )
    folded = models.CharField(max_length=LONGEST_QUERY, editable=False, db_index=True)
    article = models.ForeignKey(
        "news.Article",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Comes first for these words, whether it holds them or not. Readers see it only while it is live.",
    )
    place = models.PositiveSmallIntegerField(
        default=1, help_text="Where there are several for the same words: 1 comes first."
    )

    panels = [FieldPanel("query"), PageChooserPanel("article", "news.Article"), FieldPanel("place")]

    class Meta:
        ordering = ["folded", "place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["folded", "article"],
                name="promoted_once_for_a_query",
                violation_error_message="This article is promoted for these words already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.query}: {self.article}"

    def clean_fields(self, exclude: Any = None) -> None:
        """Fold the query before anything is checked by it."""
        self.folded = folded_query(self.query)
        super().clean_fields(exclude)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the query as it is looked up."""
        self.folded = folded_query(self.query)
        super().save(*args, **kwargs)


def folded_query(text: str) -> str:
    """Return a query as it is told from others: its folded words."""
    return " ".join(folded_words(text[:LONGEST_QUERY]))[:LONGEST_QUERY]
