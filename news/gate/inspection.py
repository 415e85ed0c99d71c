"""Asks every check about a thing."""

from news.gate.findings import Finding, Level, Reviewed
from news.gate.models import Exemption
from news.gate.registry import checks
from news.gate.subject import Subject


def review(subject: Subject, *levels: Level) -> list[Reviewed]:
    """Return what the checks of these levels find, or of all, with who said of what that it is intended."""
    findings = [
        Finding(check.identifier, check.level, remark, check.may_be_intended)
        for check in checks()
        if check.level in (levels or Level)
        for remark in check.find(subject)
    ]
    answered = _answered(subject) if findings and subject.instance.pk else {}
    return [
        Reviewed(finding, answered.get(finding.fingerprint, "") if finding.may_be_intended else "")
        for finding in findings
    ]


def blocking(subject: Subject) -> list[Finding]:
    """Return what keeps a thing from going live."""
    return [each.finding for each in review(subject, Level.BLOCKING) if each.blocks]


def _answered(subject: Subject) -> dict[str, str]:
    return dict(Exemption.of(subject.instance).values_list("fingerprint", "marked_by_name"))
