"""What the scheduler adds to Wagtail's admin: failures where an editor comes across them."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from cms.scheduling.models import Failure
from cms.scheduling.reports import FailureReport


@hooks.register("register_admin_urls")
def add_addresses() -> list[URLPattern]:
    """Add the report."""
    return [
        path("reports/failed/", FailureReport.as_view(), name="scheduling_failures"),
        path(
            "reports/failed/results/",
            FailureReport.as_view(results_only=True),
            name="scheduling_failures_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def add_report() -> MenuItem:
    """Put the report among the reports."""
    url = reverse("scheduling_failures")
    return MenuItem("Failed on schedule", url, name="failed-on-schedule", icon_name="warning", order=20)


@hooks.register("before_edit_page")
def show_failure(request: HttpRequest, page: Page) -> None:
    """Say in a page's editor that it did not happen, and why."""
    if request.method != "GET":
        return
    for failure in Failure.of(page):
        due, again = (
            date_format(timezone.localtime(moment), "j F, H:i:s")
            for moment in (failure.due_at, failure.next_try)
        )
        told = f"{failure.get_task_display()} at {due}: it failed {failure.attempts} times. {failure.error}"
        messages.error(request, f"{told} It is tried again at {again}.")
