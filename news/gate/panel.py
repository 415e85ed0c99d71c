"""The list of findings beside a page's form."""

from functools import cached_property
from typing import Any

from wagtail.admin.ui.components import Component

from news.gate.exemptions import MAY_ANSWER
from news.gate.findings import Level, Reviewed
from news.gate.inspection import review
from news.gate.subject import Subject


class FindingsList(Component):
    """What the gate finds in a page, sorted by what it does; a part of a side panel."""

    template_name = "gate/findings.html"

    def __init__(self, page: Any, user: Any) -> None:
        self.page = page
        self.user = user

    @cached_property
    def reviewed(self) -> list[Reviewed]:
        """Everything that was found, and who answers for it."""
        return review(Subject(self.page))

    @property
    def blocking_total(self) -> int:
        """How much keeps the page from going out."""
        return sum(each.blocks for each in self.reviewed)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Sort the findings by what they do."""
        return {
            "page": self.page,
            "blocking": [each for each in self.reviewed if each.blocks],
            "advice": [each for each in self.reviewed if each.finding.level is Level.ADVISORY],
            "intended": [each for each in self.reviewed if each.intended_by],
            "may_answer": self.user.has_perm(MAY_ANSWER),
        }
