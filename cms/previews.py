"""Previews: who may see an unpublished page, for how long, and what ends it.

A token is signed and names one stored state. It opens nothing else: what a preview links to still obeys
`cms.visibility`. A preview ends when its time is up, when the page is published, when its editor logs out, is
locked out or revokes it, whichever comes first.
"""

import hashlib
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.http import HttpRequest
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from cms.models.preview import Preview

SALT = "cms.previews"
PREVIEW_PATH = "/preview/"
SHARED, REVOKED = "cms.share_preview", "cms.revoke_preview"


def remember(page: Page, request: HttpRequest) -> str:
    """Keep the state of a page, saved or not, for the editor who is looking at it; return its token."""
    Preview.objects.filter(expires_at__lte=timezone.now(), is_shared=False).delete()
    preview = _keep(
        page, request.user, settings.PREVIEW_SECONDS, session=_hashed(request.session.session_key)
    )
    return token_of(preview)


def share(page: Page, user: AbstractUser) -> Preview:
    """Make a link to a page's latest revision that an editor may hand out; it goes on the page's record."""
    preview = _keep(
        page.get_latest_revision_as_object(), user, settings.SHARED_PREVIEW_SECONDS, is_shared=True
    )
    log(instance=page, action=SHARED, user=user, data={"expires_at": preview.expires_at.isoformat()})
    return preview


def revoke(preview: Preview, user: AbstractUser) -> None:
    """End a shared preview now."""
    preview.revoked_at = timezone.now()
    preview.save(update_fields=["revoked_at"])
    log(instance=preview.page, action=REVOKED, user=user)


def end_previews_of(page: Page) -> None:
    """End every preview of a page, as when it is published."""
    previews = Preview.objects.filter(page_id=page.pk)
    if previews.exists():
        previews.filter(is_shared=False).delete()
        previews.filter(revoked_at=None).update(revoked_at=timezone.now())


def end_previews_of_session(session_key: str | None) -> None:
    """End the previews that were made in a session, as when its user logs out."""
    if session_key:
        Preview.objects.filter(session=_hashed(session_key)).delete()


def token_of(preview: Preview) -> str:
    """Return the token that opens a preview."""
    names = {"preview": str(preview.pk), "page": preview.page_id, "revision": preview.revision_id}
    return signing.dumps(names, salt=SALT)


def previewed_page(token: str, now: datetime) -> Page | None:
    """Return the unpublished page that a token opens at a moment; `None` for every reason to refuse."""
    try:
        names = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    preview = (
        Preview.objects.filter(
            pk=names["preview"], revoked_at=None, expires_at__gt=now, created_by__is_active=True
        )
        .select_related("content_type")
        .first()
    )
    if preview is None or (preview.page_id, preview.revision_id) != (names["page"], names["revision"]):
        return None
    model: Any = preview.content_type.model_class()
    page = model.from_json(preview.content) if model else None
    if page is not None:
        page.pk = preview.page_id
    return page


def preview_url(token: str, front_end_url: str) -> str:
    """Return the front end's address for a token, in the fragment, which stays out of requests and logs."""
    return f"{front_end_url.rstrip('/')}{PREVIEW_PATH}#token={quote(token)}"


def _keep(page: Page, user: Any, seconds: int, *, session: str = "", is_shared: bool = False) -> Preview:
    return Preview.objects.create(
        page_id=page.pk,
        revision_id=page.latest_revision_id,
        content_type=ContentType.objects.get_for_model(page, for_concrete_model=False),
        content=page.to_json(),
        created_by=user,
        session=session,
        is_shared=is_shared,
        expires_at=timezone.now() + timedelta(seconds=seconds),
    )


def _hashed(session_key: str | None) -> str:
    return hashlib.sha256((session_key or "").encode()).hexdigest()
