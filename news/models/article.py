"""The article."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import graphene
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from grapple.models import GraphQLInt, GraphQLString
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.fields import StreamField
from wagtail.search import index

from cms.graphql.declarations import GraphQLEdge
from cms.models import BasePage
from news.blocks import ArticleBody
from news.choices import ArticleKind
from news.corrections import keep_record
from news.filing import file_article
from news.forms import ArticleForm
from news.permissions import ArticlePermissions, User


class Article(BasePage):
    """One story. Its section is its parent in the page tree."""

    kind = models.CharField(max_length=16, choices=ArticleKind.choices, default=ArticleKind.NEWS)
    standfirst = models.CharField(
        max_length=400,
        blank=True,
        help_text="One or two sentences shown under the headline and in listings.",
    )
    dateline = models.CharField(
        max_length=120, blank=True, help_text="Where it was reported from, such as TASHKENT. May be empty."
    )
    display_date = models.DateTimeField(
        default=timezone.now,
        help_text="The date shown as “Published”, and by which lists are sorted, in the site's time zone. "
        "Left as it is, the moment of the first publication.",
    )
    updated_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text="When the story last changed in substance. A typing error put right does not count.",
    )
    is_substantive = models.BooleanField(
        default=False,
        verbose_name="changes the story in substance",
        help_text="Tick before publishing a live story again when readers should know that it changed: "
        "“Updated” is set to the moment of publication. Leave it for a typing error.",
    )
    embargo_until = models.DateTimeField(
        null=True,
        blank=True,
        verbose_name="embargoed until",
        help_text="Published or not, readers see nothing of it before this moment.",
    )
    hero_image = models.ForeignKey(
        "cms.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="picture",
    )
    hero_alt = models.CharField(
        max_length=300,
        blank=True,
        verbose_name="alternative text",
        help_text="What the picture tells in this story, for those who do not see it.",
    )
    hero_is_decorative = models.BooleanField(
        default=False,
        verbose_name="decorative",
        help_text="Tick when the picture tells nothing that the words do not: screen readers skip it.",
    )
    hero_caption = models.CharField(
        max_length=500, blank=True, verbose_name="caption", help_text="Left empty, the picture's own."
    )
    hero_credit = models.CharField(
        max_length=160, blank=True, verbose_name="credit", help_text="Left empty, the picture's own."
    )
    body = StreamField(ArticleBody(), blank=True)
    tags = ClusterTaggableManager(
        through="news.ArticleTag", blank=True, help_text="Topics that connect this story with others."
    )
    other_sections = ParentalManyToManyField(
        "news.Section",
        blank=True,
        related_name="+",
        help_text="Sections it also appears in. Its own follows from where it stands in the tree.",
    )
    editors_note = models.TextField(
        blank=True, verbose_name="note among editors", help_text="Never public, whatever happens."
    )
    replaced_by = models.ForeignKey(
        "news.Article", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    # “section” is taken: it is how Wagtail's page reaches the Section that it is.
    home_section = models.ForeignKey(
        "news.Section", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    content_panels = [
        TitleFieldPanel(
            "title",
            heading="Headline",
            placeholder="Headline",
            help_text="What happened, in up to 80 characters: cards and search results cut longer ones.",
            widget=AdminAutoHeightTextInput,
        ),
        FieldPanel("standfirst", widget=AdminAutoHeightTextInput),
        FieldRowPanel(["kind", "dateline"]),
        MultiFieldPanel(
            [
                FieldPanel("hero_image"),
                FieldPanel("hero_alt", widget=AdminAutoHeightTextInput),
                FieldPanel("hero_is_decorative"),
                FieldPanel("hero_caption", widget=AdminAutoHeightTextInput),
                FieldPanel("hero_credit"),
            ],
            heading="Picture",
        ),
        FieldPanel("body"),
    ]
    credit_panels = [
        InlinePanel("bylines", heading="Bylines", label="Byline"),
        InlinePanel("source_credits", heading="Sources", label="Source"),
    ]
    filing_panels = [
        HelpPanel(template="news/admin/own_section.html", heading="Section"),
        FieldPanel("other_sections"),
        FieldPanel("tags"),
        InlinePanel("related_articles", heading="Related articles", label="Article", max_num=8),
    ]
    record_panels = [
        FieldRowPanel(["display_date", "updated_at"], heading="Dates"),
        FieldPanel("is_substantive"),
        FieldPanel("embargo_until"),
        InlinePanel("corrections", heading="Corrections", label="Correction"),
        FieldPanel("editors_note"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Story"),
            ObjectList(credit_panels, heading="Bylines and sources"),
            ObjectList(filing_panels, heading="Where it appears"),
            ObjectList(record_panels, heading="Dates and record"),
            ObjectList(BasePage.promote_panels, heading="Search and sharing"),
            ObjectList(BasePage.settings_panels, heading="Settings"),
        ],
        base_form_class=ArticleForm,
    )
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("standfirst", boost=2),
        index.SearchField("body"),
        index.SearchField("dateline"),
        index.FilterField("kind"),
        index.FilterField("display_date"),
    ]
    graphql_fields = [
        *BasePage.graphql_fields,
        GraphQLEdge("kind", "ArticleKind", description="What sort of piece it is."),
        GraphQLString("standfirst", required=True, description="Sentences under the headline; may be empty."),
        GraphQLEdge(
            "display_date",
            "DateTime",
            description="The date shown as “Published”; editors may set it, importers keep the original's.",
        ),
        GraphQLEdge("first_published_at", "DateTime", required=False, description="When it first went live."),
        GraphQLEdge(
            "updated_at",
            "DateTime",
            required=False,
            description="When the story last changed in substance; a typo fix does not move it.",
        ),
        GraphQLString("dateline", required=True, description="Where it was reported from; may be empty."),
        GraphQLString(
            "byline", required=True, description="The byline as one line, such as “A. Khan and B. Noor”."
        ),
        GraphQLEdge("bylines", "Byline", many=True, description="Who made it, in order."),
        GraphQLEdge("sources", "SourceCredit", many=True, description="Where it came from, in order."),
        GraphQLEdge("hero", "Figure", required=False, description="The picture on top."),
        GraphQLEdge("section", "Section", description="The section it belongs to."),
        GraphQLEdge("other_sections", "Section", many=True, description="Sections it is also filed under."),
        GraphQLEdge("tags", "Tag", many=True, description="Its topics, by name."),
        GraphQLEdge("body", "Block", many=True, description="The story, block by block."),
        GraphQLString(
            "plain_text", required=True, description="The body as plain text, for feeds, previews and search."
        ),
        GraphQLInt("word_count", required=True, description="Words in the body."),
        GraphQLInt("reading_minutes", required=True, description="Minutes to read it, at least 1."),
        GraphQLEdge(
            "related",
            "Article",
            many=True,
            description="The editors' choice first, topped up by shared tags and section.",
            first=graphene.Argument(graphene.Int, default_value=4, description="How many, at most 100."),
        ),
        GraphQLEdge(
            "corrections", "Correction", many=True, description="Notes on what was changed, in order."
        ),
    ]
    gate_ignores = ("editors_note",)
    parent_page_types = ["news.Section"]
    subpage_types: list[str] = []
    page_description = "A story."

    class Meta:
        indexes = [
            models.Index(fields=["-display_date", "-page_ptr"], name="article_newest"),
            models.Index(
                fields=["home_section", "-display_date", "-page_ptr"], name="article_newest_in_section"
            ),
            models.Index(
                fields=["embargo_until"], condition=Q(embargo_until__isnull=False), name="article_embargoed"
            ),
        ]

    @classmethod
    def own_window(cls, now: datetime) -> Q:
        """Return the condition under which an article's embargo and expiry let it be seen at `now`."""
        return super().own_window(now) & (Q(embargo_until=None) | Q(embargo_until__lte=now))

    @classmethod
    def outside_window(cls, now: datetime) -> list[Q]:
        """Return the conditions under which an article's expiry or embargo hides it at `now`."""
        return [*super().outside_window(now), Q(embargo_until__gt=now)]

    def clean(self) -> None:
        super().clean()
        if self.embargo_until and self.expire_at and self.expire_at <= self.embargo_until:
            raise ValidationError({"embargo_until": "The article expires before its embargo ends."})

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        fields: Iterable[str] | None = kwargs.get("update_fields")
        if fields is None:
            parent = self.get_parent() if self.path else None
            self.home_section_id = parent.pk if parent else None
            keep_record(self)
            is_new, others = self._state.adding, list(self.other_sections.all())
        super().save(*args, **kwargs)
        if fields is None:
            file_article(self, others, is_new=is_new)

    def permissions_for_user(self, user: User) -> ArticlePermissions:
        """Return what a user may do with it."""
        return ArticlePermissions(user, self)
