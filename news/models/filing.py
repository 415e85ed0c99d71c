"""Where articles appear."""

from django.db import models


class Filing(models.Model):
    """That an article appears in a section: its own, one it is also filed under, or one above those.

    Derived from the article and the tree by `news.filing`; it lets a section's list be one range of one index.
    """

    section = models.ForeignKey("news.Section", on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey("news.Article", on_delete=models.CASCADE, related_name="filings")
    display_date = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "section"], name="one_filing_per_article_and_section")
        ]
        indexes = [
            models.Index(fields=["section", "-display_date", "-article"], name="filing_newest_in_section")
        ]

    def __str__(self) -> str:
        return f"article {self.article_id} in section {self.section_id}"
