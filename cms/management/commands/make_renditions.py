"""Makes the pictures that are missing: after an upgrade with other crops, or when a worker was away."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.images import make_renditions
from cms.models import Image


class Command(BaseCommand):
    """`manage.py make_renditions` makes what saving an image would have made; once more does nothing."""

    help = "Make every crop of every image that is missing, and note the images' colours."

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through all images; one that cannot be read is named and left."""
        made = unreadable = 0
        for image in Image.objects.order_by("pk").iterator():
            try:
                made += make_renditions(image)
            except OSError as error:
                unreadable += 1
                self.stderr.write(f"Image {image.pk} cannot be read: {error}")
        self.stdout.write(f"Made {made} renditions; {unreadable} images cannot be read.")
