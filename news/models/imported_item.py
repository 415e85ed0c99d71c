"""What came from outside, so that it is not imported twice."""

from django.db import models


class ImportedItem(models.Model):
    """That an article was made from an item of another system, and from which version of it."""

    uri = models.CharField(max_length=500, unique=True)
    version = models.CharField(max_length=64)
    article = models.OneToOneField("news.Article", on_delete=models.CASCADE, related_name="imported_item")
    imported_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.uri} (version {self.version})"
