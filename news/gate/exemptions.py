"""Answering for a finding: it stops nothing any more, and who said so stays on the record."""

from typing import Any

from django.db import transaction
from wagtail.log_actions import LogFormatter, log

from news.gate.findings import Finding
from news.gate.models import Exemption

MAY_ANSWER = "gate.add_exemption"
INTENDED = "news.gate.intended"


@transaction.atomic
def answer_for(instance: Any, finding: Finding, *, user: Any, reason: str) -> Exemption:
    """Record that an occurrence is intended, with the passage as it stands."""
    exemption, is_new = Exemption.objects.get_or_create(
        content_type=instance.get_base_content_type(),
        object_id=str(instance.pk),
        fingerprint=finding.fingerprint,
        defaults={
            "check_id": finding.check,
            "place": finding.location.label[:255],
            "passage": finding.remark.around or finding.remark.marked,
            "reason": reason,
            "marked_by": user,
            "marked_by_name": user.get_full_name() or user.get_username(),
        },
    )
    if is_new:
        data = {"place": exemption.place, "passage": exemption.passage, "reason": reason}
        log(instance=instance, action=INTENDED, user=user, data=data)
    return exemption


class IntendedFormatter(LogFormatter):
    """How an answer reads in a page's history."""

    label = "Mark a finding as intended"

    def format_message(self, log_entry: Any) -> str:
        """Return what is intended, and where."""
        return f"Intended at {log_entry.data['place']}: “{log_entry.data['passage']}”"

    def format_comment(self, log_entry: Any) -> str:
        """Return why."""
        return log_entry.data["reason"]
