"""The editor of a page that the gate watches: what is refused is kept as a draft, and shown with why."""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from wagtail.admin import messages
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView

SHOW_FINDINGS = "findings"
"""In an editor's address: show the findings at their fields and blocks."""


class KeepsWhatIsRefused:
    """What creating and editing share: what the gate alone refuses is saved as a draft and shown with why."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Save as a draft what only the gate refused; what else is wrong, its editor puts right first."""
        if self.expects_json_response or not form.refused or getattr(self, "locked_for_user", False):
            return super().form_invalid(form)
        number = len(form.refused)
        if not self._keep_as_draft():
            return super().form_invalid(form)
        told = "One finding keeps" if number == 1 else f"{number} findings keep"
        messages.error(self.request, f"{told} it from going out. What you wrote is saved as a draft.")
        address = {SHOW_FINDINGS: 1, **({"next": self.next_url} if self.next_url else {})}
        return redirect(f"{self.get_edit_url()}?{urlencode(address)}")

    def _keep_as_draft(self) -> bool:
        self.form = self.form_class(
            self.request.POST,
            self.request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=getattr(self, "parent_page", None) or self.parent,
            for_user=self.request.user,
        )
        self.form.defer_required_fields()
        if not self.form.is_valid():
            return False
        self.has_content_changes = self.form.has_changed()
        self.save_action()
        list(get_messages(self.request))  # that it was saved is told with why it stays a draft
        return True


class GatedEditView(KeepsWhatIsRefused, EditView):
    """Editing a page, with its findings, when asked for, at their fields and blocks."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the page is drawn from; after a refusal, with what was found."""
        if self.request.method == "GET" and SHOW_FINDINGS in self.request.GET:
            self.form.show_findings()
        return super().get_context_data(**kwargs)


class GatedCreateView(KeepsWhatIsRefused, CreateView):
    """Writing a new page, which is kept even when it may not go out yet."""
