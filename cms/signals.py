"""What `cms` does when Django or Wagtail report something."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from cms.models import Image
from cms.tasks import make_renditions_task


@receiver(post_save, sender=Image)
def make_renditions_of_saved_image(instance: Image, **_: Any) -> None:
    """Make an image's renditions once it is stored; a new file or focal point makes them anew."""
    transaction.on_commit(lambda: make_renditions_task.enqueue(instance.pk))
