"""What `cms` does when Django or Wagtail report something."""

from typing import Any

from django.contrib.auth.signals import user_logged_out
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published, page_slug_changed, post_page_move, published

from cms import page_indexes
from cms.models import BasePage, Image
from cms.moves import keep_old_addresses
from cms.previews import end_previews_of, end_previews_of_session
from cms.tasks import make_renditions_task
from cms.work import is_kept_in_database


@receiver(post_save, sender=Image)
def make_renditions_of_saved_image(instance: Image, **_: Any) -> None:
    """Make an image's renditions once it is stored; a new file or focal point makes them anew."""
    transaction.on_commit(lambda: make_renditions_task.enqueue(instance.pk))


@receiver(page_published)
def end_previews_of_published_page(instance: Page, **_: Any) -> None:
    """A published page needs no preview, and what was written before must not be seen instead of it."""
    end_previews_of(instance)


@receiver([page_published, published])
def follow_references_at_once(instance: Model, **_: Any) -> None:
    """What a published thing shows is public from that moment on, before any worker has taken up the rest."""
    if is_kept_in_database() and not page_indexes.are_written_later():
        ReferenceIndex.create_or_update_for_object(instance)


@receiver(post_save)
def index_saved_page(instance: Model, raw: bool = False, **_: Any) -> None:
    """Editors find a page by what was saved."""
    if isinstance(instance, BasePage) and not raw:
        page_indexes.follow_saved(instance)


@receiver(post_delete)
def forget_deleted_page(instance: Model, **_: Any) -> None:
    """And not what was deleted."""
    if isinstance(instance, BasePage):
        page_indexes.follow_deleted(instance)


@receiver(page_slug_changed)
def redirect_renamed_page(instance: Page, instance_before: Page, **_: Any) -> None:
    """A renamed page, and what is below it, is still found under its old address."""
    keep_old_addresses(instance, instance_before.url_path)


@receiver(post_page_move)
def redirect_moved_page(instance: Page, url_path_before: str, url_path_after: str, **_: Any) -> None:
    """So is a page that was moved."""
    if url_path_before != url_path_after:
        keep_old_addresses(instance, url_path_before)


@receiver(user_logged_out)
def end_previews_of_logged_out_user(request: HttpRequest | None, **_: Any) -> None:
    """A preview of the editor's panel ends with the session it was made in."""
    if request is not None:
        end_previews_of_session(request.session.session_key)
