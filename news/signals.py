"""What `news` does when Wagtail reports something."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import post_page_move

from news.filing import refile_below


@receiver(post_page_move)
def refile_what_moved(parent_page_before: Page, parent_page_after: Page, instance: Page, **_: Any) -> None:
    """File the articles at or below a moved page where they stand now."""
    if parent_page_before.pk != parent_page_after.pk:
        refile_below(instance.path)
