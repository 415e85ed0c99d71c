"""“Newsroom” in the menu: contributors, sources and tags, with how much hangs on each."""

from typing import Any

from django.db.models import Count, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms.admin.paginator import BoundedPaginator
from news.models import ArticleTag, Byline, Contributor, Source, SourceCredit, Tag


class ArticlesColumn(Column):
    """How many articles point at a record, leading to their list where it can be narrowed down to them."""

    cell_template_name = "news/admin/cells/articles.html"

    def __init__(self, parameter: str) -> None:
        super().__init__("article_total", label="Articles", sort_key="article_total", width="10%")
        self.parameter = parameter

    def get_cell_context_data(self, instance: Model, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Return what the cell is drawn from."""
        context = super().get_cell_context_data(instance, parent_context)
        if instance.article_total:
            context["url"] = f"{reverse('articles:index')}?{urlencode({self.parameter: instance.name})}"
        return context


# Wagtail's own column of states asks for a schedule once for each row.
STATE = StatusTagColumn(
    "state",
    accessor=lambda record: "live" if record.live else "draft",
    primary=lambda record: record.live,
    label="State",
    sort_key="live",
)


def with_totals(records: QuerySet, links: type[Model], column: str) -> QuerySet:
    """Count beside each record the links to it; a subquery, so that nothing is counted twice."""
    found = links._default_manager.filter(**{column: OuterRef("pk")}).order_by().values(column)
    total = Subquery(found.annotate(total=Count("pk")).values("total"), output_field=IntegerField())
    return records.annotate(article_total=Coalesce(total, 0))


class RecordViewSet(SnippetViewSet):
    """What the lists of all records share."""

    list_per_page = 50
    ordering = "name"
    index_view_class = type(
        "RecordIndexView", (SnippetViewSet.index_view_class,), {"paginator_class": BoundedPaginator}
    )


class ContributorViewSet(RecordViewSet):
    """Contributors."""

    model = Contributor
    icon = "user"
    menu_label = "Contributors"
    list_display = ["name", "kind", "user", ArticlesColumn("contributor"), STATE]
    list_filter = ["kind", "live"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the contributors, counted."""
        return with_totals(Contributor.objects.select_related("user"), Byline, "contributor")


class SourceViewSet(RecordViewSet):
    """Sources."""

    model = Source
    icon = "site"
    menu_label = "Sources"
    list_display = ["name", "category", "url", ArticlesColumn("source"), STATE]
    list_filter = ["category", "live"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the sources, counted."""
        return with_totals(Source.objects.all(), SourceCredit, "source")


class TagViewSet(RecordViewSet):
    """Tags."""

    model = Tag
    icon = "tag"
    menu_label = "Tags"
    list_display = ["name", "description", ArticlesColumn("tag")]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the tags, counted."""
        return with_totals(Tag.objects.all(), ArticleTag, "tag")


class NewsroomGroup(SnippetViewSetGroup):
    """“Newsroom” in the menu."""

    items = (ContributorViewSet, SourceViewSet, TagViewSet)
    menu_label = "Newsroom"
    menu_icon = "group"
    menu_order = 130
