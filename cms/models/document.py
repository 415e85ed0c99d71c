"""The document model."""

from django.core.exceptions import ValidationError
from django.db import models
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument

from cms.uploads import check_document


class Document(AbstractDocument):
    """A file that readers may download."""

    tags = TaggableManager(blank=True, related_name="site_documents")

    admin_form_fields = WagtailDocument.admin_form_fields

    class Meta(AbstractDocument.Meta):
        indexes = [models.Index(fields=["file"], name="document_by_file")]
        # Wagtail's own model stays installed beside ours and keeps its reverse names.
        default_related_name = "site_documents"

    def clean(self) -> None:
        """Refuse a new file that is not what its name says."""
        super().clean()
        if self.file and not self.file._committed:
            try:
                check_document(self.file)
            except ValidationError as error:
                raise ValidationError({"file": error.messages}) from error
