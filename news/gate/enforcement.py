"""Refuses what is unfinished at the moment it would become public: the last word, whatever path led here.

Wagtail publishes from many places and each of them ends in one of two writes: a row that is live, or a
revision that is approved for later. Django announces both before they happen.

Not seen: rows that are written past the models (SQL, `QuerySet.update`, fixtures), and single children of a
live page that are saved without it.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.db.models.signals import pre_save
from wagtail.models import COMMENTS_RELATION_NAME, AbstractPage, DraftStateMixin, Page, Revision

from news.gate.findings import Finding
from news.gate.inspection import blocking
from news.gate.subject import Subject

PUBLIC_COLUMNS = {"title", "seo_title", "search_description", "live"}
"""The columns of Wagtail's own page that readers see; its others say where it is and what became of it."""


class NotReady(ValidationError):
    """Raised instead of making an unfinished thing public."""

    def __init__(self, instance: Any, findings: Iterable[Finding]) -> None:
        self.instance = instance
        self.findings = list(findings)
        messages: dict[str, list[str]] = {}
        for finding in self.findings:
            messages.setdefault(finding.location.field, []).append(finding.sentence)
        super().__init__(messages, code="unfinished")


def watch() -> None:
    """Begin to refuse; called when the application starts."""
    pre_save.connect(refuse_to_go_live, dispatch_uid="news.gate.live")
    pre_save.connect(refuse_to_schedule, sender=Revision, dispatch_uid="news.gate.scheduled")


def refuse_to_go_live(instance: Model, raw: bool, update_fields: Iterable[str] | None, **_: Any) -> None:
    """Raise `NotReady` when a row that readers will see is unfinished.

    What readers see already may be written again: a page whose link went stale can still be moved.
    """
    if raw or not isinstance(instance, DraftStateMixin) or not instance.live or not _touches(update_fields):
        return
    whole = _whole(instance)
    findings = blocking(Subject(whole))
    if findings and (new := _not_public_yet(whole, findings)):
        raise NotReady(whole, new)


def refuse_to_schedule(instance: Revision, raw: bool, update_fields: Iterable[str] | None, **_: Any) -> None:
    """Raise `NotReady` when a revision that is to go live by itself is unfinished."""
    if raw or instance.approved_go_live_at is None:
        return
    if update_fields is not None and "approved_go_live_at" not in update_fields:
        return
    scheduled = instance.as_object()
    if findings := blocking(Subject(scheduled)):
        raise NotReady(scheduled, findings)


@cache
def _housekeeping() -> frozenset[str]:
    """Return the columns whose writing changes nothing that readers see."""
    names = {name for field in Page._meta.concrete_fields for name in (field.name, field.attname)}
    return frozenset((names | {COMMENTS_RELATION_NAME}) - PUBLIC_COLUMNS)


def _touches(update_fields: Iterable[str] | None) -> bool:
    return update_fields is None or not set(update_fields) <= _housekeeping()


def _whole(instance: Any) -> Any:
    """Return the instance with the columns of its own type, also when only `Page`'s are to be written."""
    own_type = instance.specific_class if isinstance(instance, AbstractPage) else None
    if own_type is None or isinstance(instance, own_type) or instance.pk is None:
        return instance
    whole = own_type.objects.get(pk=instance.pk)
    for field in type(instance)._meta.concrete_fields:
        setattr(whole, field.attname, getattr(instance, field.attname))
    return whole


def _not_public_yet(instance: Any, findings: list[Finding]) -> list[Finding]:
    """Return the findings that the version which readers have does not hold, if they have one."""
    stored = type(instance)._base_manager.filter(pk=instance.pk, live=True).first()
    known = {finding.fingerprint for finding in blocking(Subject(stored))} if stored else set()
    return [finding for finding in findings if finding.fingerprint not in known]
