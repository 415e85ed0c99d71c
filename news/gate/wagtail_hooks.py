"""What the gate adds to Wagtail: its checks, and a record of who answers for what."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from news.gate.checks import CHECKS
from news.gate.exemptions import INTENDED, IntendedFormatter
from news.gate.inspection import blocking
from news.gate.registry import HOOK, Check
from news.gate.subject import Subject
from news.gate.views import AnswerView


@hooks.register(HOOK)
def newsroom_checks() -> tuple[Check, ...]:
    """Register the newsroom's own checks."""
    return CHECKS


@hooks.register("register_admin_urls")
def add_addresses() -> list[URLPattern]:
    """Add the page on which somebody answers for a finding."""
    return [
        path("pages/<int:page_id>/findings/<slug:fingerprint>/", AnswerView.as_view(), name="gate_answer")
    ]


@hooks.register("register_permissions")
def offer_permission() -> QuerySet[Permission]:
    """Offer the permission to answer for findings where groups are edited."""
    return Permission.objects.filter(content_type__app_label="gate", codename="add_exemption")


@hooks.register("register_log_actions")
def add_log_actions(actions: LogActionRegistry) -> None:
    """Put answers into a page's history."""
    actions.register_action(INTENDED)(IntendedFormatter)


@hooks.register("before_bulk_action")
def leave_out_what_is_unfinished(
    request: HttpRequest, action_type: str, objects: list[Page], action: object
) -> None:
    """Publish in bulk what can go out, and say what stays behind and why."""
    if action_type != "publish" or not isinstance(action, PageBulkAction):
        return
    for page in list(objects):
        findings = blocking(Subject(page.get_latest_revision_as_object()))
        if findings:
            objects.remove(page)
            told = " ".join(finding.sentence for finding in findings)
            messages.error(
                request, format_html("“{}” did not go out. {}", page.get_admin_display_title(), told)
            )
