"""Tells whoever scheduled something what became of it."""

import logging
from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.mail import send_mail
from wagtail.log_actions import registry
from wagtail.models import Revision

from cms.scheduling.models import Failure

logger = logging.getLogger(__name__)

SCHEDULED = "wagtail.publish.schedule"


def tell_of_failure(revision: Revision, failure: Failure) -> None:
    """Say that something could not go live, and why."""
    _tell(revision, f"Not published: {failure.title}", "scheduling/failed.txt", {"failure": failure})


def tell_of_expiry(revision: Revision, scheduled: Any) -> None:
    """Say that something had expired before it could go live."""
    context = {"scheduled": scheduled}
    transaction.on_commit(
        lambda: _tell(revision, f"Not published: {scheduled}", "scheduling/expired.txt", context)
    )


def who_scheduled(revision: Revision) -> Any | None:
    """Return the user who scheduled a revision, or else its author."""
    entries = registry.get_logs_for_instance(revision.content_object).filter(
        action=SCHEDULED, revision=revision
    )
    entry = entries.order_by("-timestamp", "-pk").first()
    return (entry and entry.user) or revision.user


def _tell(revision: Revision, subject: str, template: str, context: dict[str, Any]) -> None:
    """Send a message; one that cannot be sent is logged: the schedule does not wait for a mail server."""
    user = who_scheduled(revision)
    if user is None or not user.is_active or not user.email:
        return
    path = AdminURLFinder(user).get_edit_url(revision.content_object)
    address = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path if path else ""
    text = render_to_string(template, {**context, "user": user, "address": address})
    try:
        send_mail(" ".join(subject.split()), text, [user.email])
    except OSError:
        logger.exception("“%s” could not be sent to %s.", subject, user)
