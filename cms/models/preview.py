"""What an editor lets somebody see before it is public."""

import uuid

from django.conf import settings
from django.db import models
from wagtail.models import Page


class Preview(models.Model):
    """One unpublished state of a page, kept for as long as its token opens it.

    A preview of the editor's panel belongs to one log-in and ends with it; a shared one is a link that an
    editor hands out and may revoke, and stays on the record.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    page = models.ForeignKey(Page, null=True, on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.CASCADE, related_name="+"
    )
    content_type = models.ForeignKey("contenttypes.ContentType", on_delete=models.CASCADE, related_name="+")
    content = models.TextField(help_text="The page as Wagtail serialises it.")
    is_shared = models.BooleanField(default=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    session = models.CharField(max_length=64, blank=True, help_text="A hash of the session it ends with.")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["page", "is_shared"], name="preview_by_page")]

    def __str__(self) -> str:
        return f"preview of {self.page_id or 'a new page'}"
