"""The words there are, and how they are found when misspelt."""

from django.db import models


class Spelling(models.Model):
    """A folded word that some indexed article holds or held, under itself and under itself less one letter.

    Two words that share a key are one slip of the finger apart. What is suggested to readers is checked against the
    articles they may see.
    """

    pk = models.CompositePrimaryKey("key", "word")
    key = models.CharField(max_length=64)
    word = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.key}: {self.word}"
