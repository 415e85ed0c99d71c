"""What `news` does when Wagtail reports something."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import Page, Revision
from wagtail.signals import init_new_page, page_published, page_unpublished, post_page_move

from news.admin.defaults import credit_the_writer, date_first_publication
from news.filing import refile_below
from news.live.signal import ring
from news.models import Article, FlashBanner
from news.updates import date_update


@receiver(post_page_move)
def refile_what_moved(parent_page_before: Page, parent_page_after: Page, instance: Page, **_: Any) -> None:
    """File the articles at or below a moved page where they stand now."""
    if parent_page_before.pk != parent_page_after.pk:
        refile_below(instance.path)


@receiver(init_new_page)
def start_with_a_byline(page: Page, **_: Any) -> None:
    """Begin a new article with its writer's byline."""
    if isinstance(page, Article):
        credit_the_writer(page)


@receiver(page_published, sender=Article)
def date_what_came_out(instance: Article, revision: Revision | None = None, **_: Any) -> None:
    """Date an article by its first publication."""
    date_first_publication(instance, revision)


@receiver(page_published, sender=Article)
def date_what_was_updated(instance: Article, revision: Revision | None = None, **_: Any) -> None:
    """Date an article's update, where its editor called it one."""
    date_update(instance, revision)


@receiver(page_published, sender=FlashBanner)
@receiver(page_unpublished, sender=FlashBanner)
@receiver(post_delete, sender=FlashBanner)
def ring_for_banners(**_: Any) -> None:
    """Wake the processes that readers' tickers listen to."""
    ring()
