"""The editor's forms, which show what the gate would refuse at its field and block."""

from typing import Any

from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from news.gate.findings import Finding
from news.gate.inspection import blocking
from news.gate.pinning import kept_forms, pin
from news.gate.subject import Subject

GOING_BACK = {"action-cancel-workflow"}
SENDING_BACK = "reject"


class GatedForm(WagtailAdminModelForm):
    """A form that is not valid while its thing is unfinished, unless it is only saved.

    Wagtail defers validation when a draft is saved or previewed; what is published, scheduled, submitted or
    approved is validated in full. Nothing that was typed is lost: the form comes back with everything in it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refused: list[Finding] = []

    def is_valid(self) -> bool:
        """Return whether it may be saved, and published if that is what was asked for."""
        if not super().is_valid() or self.refused:
            return False
        if self._goes_forward():
            children = {
                name: [row.instance for row in kept_forms(formset)] for name, formset in self.formsets.items()
            }
            self.refused = blocking(Subject(self.instance, children))
            pin(self, self.refused)
        return not self.refused

    def show_findings(self) -> None:
        """Show at a form that was not sent what would be refused."""
        for form in (self, *(row for formset in self.formsets.values() for row in formset.forms)):
            form.full_clean()  # of a form that was not sent: it makes room for errors and finds none
            form.cleaned_data = {}
        pin(self, blocking(Subject(self.instance)))

    def save(self, commit: bool = True) -> Any:
        """Save, and keep what is scheduled from being live until its moment."""
        go_live_at = getattr(self.instance, "go_live_at", None)
        if self.instance.pk is None and go_live_at and go_live_at > timezone.now():
            # Wagtail stores a new page as live and takes it back a moment later, when it schedules it.
            self.instance.live = False
        return super().save(commit)

    def _goes_forward(self) -> bool:
        if self.is_deferred_validation or GOING_BACK & set(self.data):
            return False
        return (
            self.data.get("workflow-action-name") != SENDING_BACK or "action-workflow-action" not in self.data
        )


class GatedPageForm(GatedForm, WagtailAdminPageForm):
    """A page's form with the gate."""
