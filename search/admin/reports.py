"""The report of what readers searched."""

from datetime import timedelta

import django_filters
from django.db.models import QuerySet, Sum
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from search.models import AskedQuery

DEFAULT_DAYS = "30"


class AskedFilter(WagtailFilterSet):
    """Narrows the report down to what found nothing, and to the last days."""

    days = django_filters.ChoiceFilter(
        label="Since",
        choices=[("1", "Yesterday"), ("7", "A week ago"), (DEFAULT_DAYS, "A month ago")],
        empty_label="The beginning",
        method="since",
    )
    vain = django_filters.ChoiceFilter(
        label="Found",
        choices=[("yes", "Nothing, once or more")],
        empty_label="Anything or nothing",
        method="found",
    )

    class Meta:
        model = AskedQuery
        fields: list[str] = []

    def since(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the last days."""
        return queryset.filter(day__gte=timezone.localdate() - timedelta(days=int(value)))

    def found(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Keep what found nothing at least once."""
        return queryset.filter(in_vain__gt=0)


class AskedReport(ReportView):
    """“What readers searched” among the reports: sums of whole days, nobody's searches."""

    page_title = "What readers searched"
    header_icon = "search"
    model = Page
    index_url_name = "asked_report"
    index_results_url_name = "asked_report_results"
    any_permission_required = {"add", "change", "publish"}
    filterset_class = AskedFilter
    default_ordering = "-total"
    columns = [
        Column("words", label="Words"),
        Column("total", label="Times", sort_key="total", width="15%"),
        Column("vain", label="Found nothing", sort_key="vain", width="15%"),
    ]
    list_export = ["words", "total", "vain"]
    export_headings = {"words": "Words", "total": "Times", "vain": "Found nothing"}

    def get_filename(self) -> str:
        """Return what an exported file is called."""
        return f"what-readers-searched-{timezone.localdate().isoformat()}"

    def get_filtered_queryset(self) -> QuerySet:
        """Return the sums of the days that the filter leaves."""
        days = self.filter_queryset(AskedQuery.objects.all()).order_by()
        summed = days.values("words").annotate(total=Sum("times"), vain=Sum("in_vain"))
        return summed.order_by(self.ordering, "words")
