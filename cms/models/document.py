"""The document model."""

from django.db import models
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument


class Document(AbstractDocument):
    """A file that readers may download."""

    tags = TaggableManager(blank=True, related_name="site_documents")

    admin_form_fields = WagtailDocument.admin_form_fields

    class Meta(AbstractDocument.Meta):
        indexes = [models.Index(fields=["file"], name="document_by_file")]
        # Wagtail's own model stays installed beside ours and keeps its reverse names.
        default_related_name = "site_documents"
