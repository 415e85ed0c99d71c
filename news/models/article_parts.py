"""The ordered parts of an article: bylines, source credits, tags, related articles, corrections."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from grapple.models import GraphQLString
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable

from cms.graphql.declarations import GraphQLEdge
from news.choices import CorrectionKind
from news.corrections import FROZEN
from news.models.tag import Tag


class Byline(Orderable):
    """One contributor of an article."""

    article = ParentalKey("news.Article", on_delete=models.CASCADE, related_name="bylines")
    contributor = models.ForeignKey("news.Contributor", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(
        max_length=80, blank=True, help_text="What they did, such as “Photographs”. Empty for the writer."
    )

    panels = [FieldPanel("contributor"), FieldPanel("role")]
    graphql_fields = [
        GraphQLEdge("contributor", "Contributor", description="Who."),
        GraphQLString("role", required=True, description="What they did; empty for the writer."),
    ]


class SourceCredit(Orderable):
    """One source of an article: “Source: TASS News Agency”."""

    article = ParentalKey("news.Article", on_delete=models.CASCADE, related_name="source_credits")
    source = models.ForeignKey("news.Source", on_delete=models.PROTECT, related_name="+")
    url = models.URLField(
        blank=True,
        max_length=500,
        verbose_name="address",
        help_text="The original story, where it is public.",
    )

    panels = [FieldPanel("source"), FieldPanel("url")]
    graphql_fields = [
        GraphQLEdge("source", "Source", description="Where the story came from."),
        GraphQLString("url", required=True, description="The original story; may be empty."),
    ]


class ArticleTag(ItemBase):
    """That an article carries a tag."""

    content_object = ParentalKey("news.Article", on_delete=models.CASCADE, related_name="tagged_items")
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="tagged_articles")

    # Wagtail leaves every such model out of its index of references; with it, a tag knows who carries it.
    wagtail_reference_index_ignore = False

    class Meta:
        indexes = [models.Index(fields=["tag", "-content_object"], name="article_tag_last_of_each")]


class RelatedArticle(Orderable):
    """An article that the editors offer beside another."""

    article = ParentalKey("news.Article", on_delete=models.CASCADE, related_name="related_articles")
    target = models.ForeignKey(
        "news.Article", on_delete=models.CASCADE, related_name="+", verbose_name="article"
    )

    panels = [PageChooserPanel("target", "news.Article")]


class Correction(Orderable):
    """A dated note on what was changed and why."""

    article = ParentalKey("news.Article", on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=16, choices=CorrectionKind.choices, default=CorrectionKind.CORRECTION)
    text = models.TextField(
        max_length=2000, help_text="What was wrong and what is right. It stays under the article for good."
    )
    published_at = models.DateTimeField(default=timezone.now, verbose_name="date")
    on_record = models.BooleanField(default=False, editable=False)

    panels = [FieldPanel("kind"), FieldPanel("text"), FieldPanel("published_at")]
    graphql_fields = [
        GraphQLEdge("kind", "CorrectionKind", description="What sort of note it is."),
        GraphQLString("text", required=True, description="What was wrong and what is right."),
        GraphQLEdge("published_at", "DateTime", description="When it was added."),
    ]

    @property
    def words(self) -> tuple[str, str, datetime]:
        """What readers have: its kind, its text and its date, which revisions keep to the millisecond."""
        milliseconds = self.published_at.microsecond // 1000
        return self.kind, self.text, self.published_at.replace(microsecond=milliseconds * 1000)

    def clean(self) -> None:
        super().clean()
        if self.kind == CorrectionKind.RETRACTION and not self.on_record:
            raise ValidationError(
                {"kind": "A note alone retracts nothing. Use “Retract” in the article's menu."}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a note on the record keeps its words."""
        stored = Correction.objects.filter(pk=self.pk, on_record=True).first() if self.pk else None
        if stored and stored.words != self.words:
            raise ValidationError(FROZEN)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete; a note on the record goes only with its article. An alias repeats the notes of another."""
        if self.on_record and self.article.alias_of_id is None:
            raise ValidationError(FROZEN)
        return super().delete(*args, **kwargs)
