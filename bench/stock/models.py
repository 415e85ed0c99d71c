"""Sections, articles, authors and banners, declared for Grapple in the way of its documentation."""

from django.db import models
from grapple.helpers import register_paginated_query_field, register_query_field
from grapple.models import (
    GraphQLCollection,
    GraphQLForeignKey,
    GraphQLImage,
    GraphQLInt,
    GraphQLStreamfield,
    GraphQLString,
    GraphQLTag,
)
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.blocks import RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail.snippets.models import register_snippet


@register_snippet
class Author(models.Model):
    """Who writes."""

    name = models.CharField(max_length=160)
    slug = models.SlugField(max_length=160)
    graphql_fields = [GraphQLString("name"), GraphQLString("slug")]

    def __str__(self) -> str:
        return self.name


@register_snippet
@register_query_field("flashBanner", "flashBanners")
class FlashBanner(models.Model):
    """A headline above the page."""

    label = models.CharField(max_length=40)
    text = models.CharField(max_length=400)
    graphql_fields = [GraphQLString("label"), GraphQLString("text")]

    def __str__(self) -> str:
        return self.text


class SectionPage(Page):
    """A part of the paper."""

    graphql_fields = [GraphQLInt("article_count")]

    @property
    def article_count(self) -> int:
        """How many live articles it holds."""
        return self.get_children().live().count()


class ArticleTag(TaggedItemBase):
    """That an article carries a tag."""

    content_object = ParentalKey("stock.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items")


@register_paginated_query_field("article")
class ArticlePage(Page):
    """A story."""

    standfirst = models.CharField(max_length=400, blank=True)
    date = models.DateTimeField(db_index=True)
    hero = models.ForeignKey("wagtailimages.Image", null=True, on_delete=models.SET_NULL, related_name="+")
    body = StreamField([("paragraph", RichTextBlock())])
    authors = ParentalManyToManyField("stock.Author", blank=True)
    tags = ClusterTaggableManager(through=ArticleTag, blank=True)

    search_fields = [*Page.search_fields, index.SearchField("standfirst"), index.SearchField("body")]
    graphql_fields = [
        GraphQLString("standfirst"),
        GraphQLString("date"),
        GraphQLImage("hero"),
        GraphQLStreamfield("body"),
        GraphQLCollection(GraphQLForeignKey, "authors", "stock.Author"),
        GraphQLTag("tags"),
    ]
