"""The abstract record behind contributors and sources."""

from django.db import models
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.models import DraftStateMixin, RevisionMixin
from wagtail.search import index

from news.gate.forms import GatedForm


class Record(index.Indexed, DraftStateMixin, RevisionMixin, models.Model):
    """A named thing that articles point at; it may be a draft, and a draft is in no public answer."""

    name = models.CharField(max_length=160, help_text="As readers should see it.")
    slug = models.SlugField(
        max_length=160,
        unique=True,
        allow_unicode=True,
        help_text="The last part of its address. Changing it breaks links that others made.",
    )

    search_fields = [
        index.SearchField("name", boost=5),
        index.AutocompleteField("name"),
        index.FilterField("slug"),
    ]
    panels = [TitleFieldPanel("name"), FieldPanel("slug", widget=SlugInput)]
    base_form_class = GatedForm

    class Meta:
        abstract = True
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name
