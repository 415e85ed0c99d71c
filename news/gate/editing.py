"""The editor of a page that the gate watches: what is refused is kept as a draft, and findings are shown."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.http import urlencode
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet

from news.gate.exemptions import MAY_ANSWER
from news.gate.findings import Level, Reviewed
from news.gate.inspection import review
from news.gate.subject import Subject

SHOW_FINDINGS = "findings"
"""In an editor's address: show the findings at their fields and blocks."""


class FindingsSidePanel(BaseSidePanel):
    """What the gate finds in the page as it was last saved; drawn again whenever a draft is saved."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button that opens it, with the number of findings that block."""

        aria_label = "Toggle findings"
        icon_name = "warning"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
            """Count what keeps the page from going live."""
            context = super().get_context_data(parent_context)
            return {**context, "count": sum(each.blocks for each in self.panel.reviewed)}

    name = "findings"
    title = "Findings"
    template_name = "gate/findings_panel.html"
    order = 150

    @cached_property
    def reviewed(self) -> list[Reviewed]:
        """Everything that was found, and who answers for it."""
        return review(Subject(self.object))

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Sort the findings by what they do."""
        return {
            **super().get_context_data(parent_context),
            "blocking": [each for each in self.reviewed if each.blocks],
            "advice": [each for each in self.reviewed if each.finding.level is Level.ADVISORY],
            "intended": [each for each in self.reviewed if each.intended_by],
            "may_answer": self.request.user.has_perm(MAY_ANSWER),
        }


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
        return True


class GatedEditView(KeepsWhatIsRefused, EditView):
    """Editing a page, with its findings beside it and, when asked for, at their fields and blocks."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the page is drawn from; after a refusal, with what was found."""
        if self.request.method == "GET" and SHOW_FINDINGS in self.request.GET:
            self.form.show_findings()
        return super().get_context_data(**kwargs)

    def get_side_panels(self) -> MediaContainer:
        """Add the findings."""
        return MediaContainer([*super().get_side_panels(), FindingsSidePanel(self.page, self.request)])


class GatedCreateView(KeepsWhatIsRefused, CreateView):
    """Writing a new page, which is kept even when it may not go out yet."""


class GatedPageViewSet(PageViewSet):
    """How a page type that the gate watches is edited."""

    add_view_class = GatedCreateView
    edit_view_class = GatedEditView
