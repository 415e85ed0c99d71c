"""The ordered parts of an article: bylines, source credits, tags, related articles, corrections."""

from django.db import models
from django.utils import timezone
from grapple.models import GraphQLString
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable

from cms.graphql.declarations import GraphQLEdge
from news.choices import CorrectionKind
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

    panels = [FieldPanel("kind"), FieldPanel("text"), FieldPanel("published_at")]
    graphql_fields = [
        GraphQLEdge("kind", "CorrectionKind", description="What sort of note it is."),
        GraphQLString("text", required=True, description="What was wrong and what is right."),
        GraphQLEdge("published_at", "DateTime", description="When it was added."),
    ]
