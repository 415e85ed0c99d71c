"""The report of what was scheduled and did not happen."""

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from cms.scheduling.models import Failure


class FailureReport(ReportView):
    """“Failed on schedule” among the reports."""

    page_title = "Failed on schedule"
    header_icon = "warning"
    model = Page
    index_url_name = "scheduling_failures"
    index_results_url_name = "scheduling_failures_results"
    any_permission_required = {"change", "publish"}
    columns = [
        DateColumn("due_at", label="Was due"),
        Column("get_task_display", label="What"),
        TitleColumn("title", label="Title", get_url=lambda failure: _edit_url(failure)),
        Column("error", label="Why"),
        Column("attempts", label="Tries"),
        DateColumn("next_try", label="Next try"),
    ]
    list_export = ["due_at", "task", "title", "error", "attempts", "next_try"]

    def get_base_queryset(self) -> QuerySet:
        """Return the failures that are still to be put right."""
        return Failure.objects.standing().order_by("due_at", "pk")

    def get_filename(self) -> str:
        """Return what an exported file is called."""
        return f"failed-on-schedule-{timezone.localdate().isoformat()}"


def _edit_url(failure: Failure) -> str | None:
    return AdminURLFinder().get_edit_url(failure.target) if failure.target else None
