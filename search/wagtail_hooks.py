"""What `search` adds to Wagtail: its root fields of the API, promoted results, the report of what was searched."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from cms.graphql.schema import ROOT_FIELDS_HOOK
from search.admin.promoted import PromotedResultViewSet
from search.admin.reports import AskedReport
from search.schema import SearchQuery

register_snippet(PromotedResultViewSet)


@hooks.register(ROOT_FIELDS_HOOK)
def add_root_fields(roots: list[type]) -> None:
    """Add the root fields of search."""
    roots.append(SearchQuery)


@hooks.register("register_admin_urls")
def add_addresses() -> list[URLPattern]:
    """Add the report."""
    return [
        path("reports/searched/", AskedReport.as_view(), name="asked_report"),
        path(
            "reports/searched/results/", AskedReport.as_view(results_only=True), name="asked_report_results"
        ),
    ]


@hooks.register("register_reports_menu_item")
def add_report() -> MenuItem:
    """Put the report among the reports."""
    return MenuItem(
        "What readers searched", reverse("asked_report"), name="searched", icon_name="search", order=30
    )


@hooks.register("register_permissions")
def list_permissions() -> QuerySet[Permission]:
    """Let managers of groups grant promoted results."""
    return Permission.objects.filter(content_type__app_label="search", content_type__model="promotedresult")
