"""Work that need not be waited for; where no worker is configured it is done at once."""

import logging

from django_tasks import task

from cms.images import make_renditions
from cms.models import Image

logger = logging.getLogger(__name__)


@task()
def make_renditions_task(image_id: int) -> None:
    """Make an image's missing renditions. An unreadable file is logged; the picture is shown as it is."""
    image = Image.objects.filter(pk=image_id).first()
    if image is None:
        return
    try:
        make_renditions(image)
    except OSError:
        logger.exception("No renditions of image %s: its file cannot be read.", image_id)
