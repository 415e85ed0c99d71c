"""Answering for a finding in the admin."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from news.gate.exemptions import MAY_ANSWER, answer_for
from news.gate.findings import Finding, Level
from news.gate.inspection import review
from news.gate.subject import Subject


class ReasonForm(forms.Form):
    """Why a passage is meant to be as it is."""

    reason = forms.CharField(
        max_length=255, help_text="It stays on the record with your name, such as “The agency's own words”."
    )


class AnswerView(WagtailAdminTemplateMixin, FormView):
    """Asks why a finding is intended, and writes the answer down."""

    template_name = "gate/answer.html"
    page_title = "Mark as intended"
    header_icon = "check"
    form_class = ReasonForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(Page, pk=kwargs["page_id"]).get_latest_revision_as_object()
        may_edit = self.page.permissions_for_user(request.user).can_edit()
        if not (request.user.has_perm(MAY_ANSWER) and may_edit):
            raise PermissionDenied
        self.finding = self._finding(kwargs["fingerprint"])

    def _finding(self, fingerprint: str) -> Finding:
        """Return the finding in the page as it was last saved."""
        for each in review(Subject(self.page), Level.BLOCKING):
            if each.finding.fingerprint == fingerprint and each.finding.may_be_intended:
                return each.finding
        raise Http404("The passage is not there any more, or cannot be marked as intended.")

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Return where this page stands in the admin."""
        page = {"url": self._edit_url(), "label": self.page.get_admin_display_title()}
        return [*self.breadcrumbs_items, page, {"url": "", "label": self.page_title}]

    def get_page_subtitle(self) -> str:
        """Return which page it is about."""
        return self.page.get_admin_display_title()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the page is drawn from."""
        return {**super().get_context_data(**kwargs), "finding": self.finding, "edit_url": self._edit_url()}

    def form_valid(self, form: ReasonForm) -> HttpResponse:
        """Write it down and go back to the editor."""
        answer_for(self.page, self.finding, user=self.request.user, reason=form.cleaned_data["reason"])
        messages.success(self.request, f"{self.finding.location.label}: marked as intended.")
        return redirect(self._edit_url())

    def _edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])
