"""The image model and its renditions."""

from typing import Any

from django.core.files.base import ContentFile, File
from django.db import models
from grapple.models import GraphQLInt, GraphQLString
from taggit.managers import TaggableManager
from wagtail.images.models import AbstractImage, AbstractRendition, Filter
from wagtail.images.models import Image as WagtailImage
from wagtail.search import index

from cms.graphql.declarations import CROP_ARGUMENT, FORMAT_ARGUMENT, GraphQLEdge, GraphQLIdentifier
from cms.uploads import without_place


class Image(AbstractImage):
    """A picture with its credit. Its alternative text belongs to each place where it is shown."""

    file: Any  # Wagtail's field, which comes without a type

    caption = models.CharField(
        max_length=500,
        blank=True,
        help_text="Says what is seen, who, where and when. Each use may carry another caption.",
    )
    credit = models.CharField(
        max_length=160,
        blank=True,
        help_text="Who made it and who provides it, such as “Amina Rahimi / Harbour Pictures”.",
    )
    licence = models.CharField(
        max_length=160,
        blank=True,
        help_text="The terms we may use it under, such as “CC BY 4.0” or “Agency subscription”. Not public.",
    )
    colour = models.CharField(max_length=7, blank=True, editable=False)

    tags = TaggableManager(blank=True, related_name="site_images")

    admin_form_fields = (*WagtailImage.admin_form_fields, "caption", "credit", "licence")
    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("caption"),
        index.SearchField("credit"),
    ]
    graphql_fields = [
        GraphQLIdentifier("The image's identifier."),
        GraphQLInt("width", required=True, description="Width of the original in pixels."),
        GraphQLInt("height", required=True, description="Height of the original in pixels."),
        GraphQLString(
            "colour",
            required=True,
            description="Its average colour, such as #6b7f8c, to fill its place while it loads; may be empty.",
        ),
        GraphQLEdge(
            "focus",
            "FocalPoint",
            description="Focal point in percent of width and height, for object-position.",
        ),
        GraphQLEdge(
            "rendition",
            "Rendition",
            description="One of the named crops; nobody may ask for any other size.",
            **CROP_ARGUMENT,
            **FORMAT_ARGUMENT,
        ),
        GraphQLEdge(
            "sources",
            "ImageSource",
            many=True,
            description="AVIF, WebP and a fallback at several widths: what a picture element needs.",
            **CROP_ARGUMENT,
        ),
    ]

    class Meta(AbstractImage.Meta):
        indexes = [models.Index(fields=["file"], name="image_by_file")]
        # Wagtail's own model stays installed beside ours and keeps its reverse names.
        default_related_name = "site_images"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new file first loses the place where it was taken, which is nobody's business."""
        if self.file and not self.file._committed:
            self.file.seek(0)
            data = self.file.read()
            self.file.seek(0)
            cleaned = without_place(data)
            if cleaned is not data:
                self.file = ContentFile(cleaned, name=self.file.name)
                self.file_size = len(cleaned)
        super().save(*args, **kwargs)

    @property
    def default_alt_text(self) -> str:
        """The description an editor wrote; never a title or a file name."""
        return self.description

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """Return a rendition in memory; Wagtail would leave the temporary file open that it is written to."""
        with super().generate_rendition_file(filter, source=source) as written:
            written.seek(0)
            return ContentFile(written.read(), name=written.name)


class Rendition(AbstractRendition):
    """One crop of an image, as a file."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        indexes = [models.Index(fields=["file"], name="rendition_by_file")]
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_crop"
            )
        ]
