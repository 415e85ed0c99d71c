"""The admin's form for a picture."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class WholeImageField(WagtailImageField):
    """A picture that can be read to its end. Wagtail's field lets the failure of one that breaks off through."""

    def check_image_pixel_size(self, f: Any) -> None:
        """Raise `ValidationError` for a file with too many pixels, or too few bytes for them."""
        try:
            super().check_image_pixel_size(f)
        except OSError:
            raise ValidationError(
                "This file breaks off or is damaged. Upload it again, or save it anew in a picture editor.",
                code="invalid_image",
            ) from None


class ImageForm(BaseImageForm):
    """What is asked about a picture."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if given := self.fields.get("file"):
            self.fields["file"] = WholeImageField(
                label=given.label, required=given.required, widget=given.widget
            )
