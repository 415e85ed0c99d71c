"""How far indexing everything anew has come."""

from django.db import models


class IndexRun(models.Model):
    """One run over all articles, by their keys; an interrupted one is resumed where it stopped."""

    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)
    last_article_id = models.IntegerField(default=0)

    def __str__(self) -> str:
        return f"run of {self.started_at:%Y-%m-%d %H:%M}"
