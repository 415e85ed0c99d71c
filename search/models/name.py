"""What a reader who types a few letters may mean."""

from django.db import models


class NameKind(models.TextChoices):
    """What bears the name."""

    ARTICLE = "a", "Article"
    TAG = "t", "Tag"
    CONTRIBUTOR = "c", "Contributor"
    SECTION = "s", "Section"
    SOURCE = "o", "Source"


class Name(models.Model):
    """The folded name of a tag, contributor, section or source, or an article's headline."""

    kind = models.CharField(max_length=1, choices=NameKind.choices)
    target_id = models.IntegerField(help_text="The key of what bears the name.")
    folded = models.CharField(max_length=400, help_text="Its folded words, a space between them.")
    day = models.IntegerField(default=0, help_text="An article's day; the latest are suggested first.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "target_id"], name="one_name_of_a_kind_and_target")
        ]

    def __str__(self) -> str:
        return self.folded


class NameWord(models.Model):
    """One word of a name: what a prefix is looked up in."""

    name = models.ForeignKey(Name, on_delete=models.CASCADE, related_name="words")
    kind = models.CharField(max_length=1, choices=NameKind.choices)
    word = models.CharField(max_length=64)
    day = models.IntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["kind", "word", "-day", "name"], name="name_word_by_kind_and_word")]

    def __str__(self) -> str:
        return self.word
