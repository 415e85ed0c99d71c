"""How often each word stands in each article."""

from django.db import models


class Posting(models.Model):
    """That an article holds a word or a pair of words, and how often: in weighty fields, each time counts several.

    The count depends on the article alone, never on the others: an order that rests on it stays while articles
    come and go.
    """

    pk = models.CompositePrimaryKey("word", "article")
    word = models.CharField(max_length=140)
    article = models.ForeignKey(
        "search.IndexedArticle",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="postings",
    )
    count = models.SmallIntegerField()

    def __str__(self) -> str:
        return f"{self.word} in article {self.article_id}: {self.count}"
