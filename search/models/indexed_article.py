"""The index's row of an article."""

from django.db import models


class IndexedArticle(models.Model):
    """What readers may find of one live article. Whether they may see it is asked of the article itself."""

    article = models.OneToOneField(
        "news.Article",
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="indexed",
        db_constraint=False,
    )
    day = models.IntegerField(
        help_text="Days from 1970-01-01 to the display date: what the recency is made of."
    )
    length = models.IntegerField(help_text="How many words it has, those that are too frequent left out.")
    facets = models.TextField(help_text="What it is counted under, such as “k:news y:2024 s:12 s:3 t:7 c:4”.")
    counts = models.TextField(
        help_text="Its words and their counts as they stand in `Posting`, to tell what changed."
    )
    names = models.TextField(help_text="Its dateline, tags, bylines and sources as they are spelt.")
    passages = models.TextField(
        help_text="Its public texts as they are spelt, a line each; excerpts come from here."
    )
    indexed_at = models.DateTimeField(auto_now=True)

    # Not a place where an editor uses the article.
    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"index of article {self.article_id}"
