"""Whether a reader may fetch a file, by the clock at the moment of asking.

A file is public when something that a reader may see uses it: a visible page, a visible record, the site's settings.
Who uses what is Wagtail's index of references, which follows what is published and not what is drafted. A crop is
as public as its picture. No job changes anything when an embargo lifts, since nothing is stored about it.
"""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
from wagtail.models import DraftStateMixin, Page, ReferenceIndex

from cms.models import Document, Image, Rendition
from cms.visibility import STEP, Visibility


def file_behind(name: str) -> Image | Document | None:
    """Return the picture or document that a stored file is of; a crop is its picture's."""
    if "\x00" in name:  # which no database stores, and PostgreSQL does not even look for
        return None
    rendition = Rendition.objects.filter(file=name).select_related("image").first()
    if rendition:
        return rendition.image
    return Image.objects.filter(file=name).first() or Document.objects.filter(file=name).first()


def is_public(file: Image | Document, visibility: Visibility) -> bool:
    """Return whether a reader may fetch a picture or document."""
    if not visibility.files(type(file)).filter(pk=file.pk).exists():
        return False
    return any(_shows(model, keys, visibility) for model, keys in _users(file).items())


def closes_within(file: Image | Document, now: datetime, span: timedelta) -> timedelta:
    """Return how long a file surely stays public, at most `span`: until the first thing that shows it may expire."""
    users = _users(file)
    keys = [key for model, keys in users.items() if issubclass(model, Page) for key in keys]
    paths = Page.objects.filter(pk__in=keys).values_list("path", flat=True)
    places = {path[:end] for path in paths for end in range(STEP, len(path) + 1, STEP)}
    may_expire = [Page.objects.filter(path__in=places)]
    may_expire += [
        model._default_manager.filter(pk__in=keys)
        for model, keys in users.items()
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]
    soon = [
        moment
        for things in may_expire
        for moment in things.filter(expire_at__gt=now, expire_at__lt=now + span).values_list(
            "expire_at", flat=True
        )
    ]
    return min(soon) - now if soon else span


def _users(file: Model) -> dict[type[Any], set[str]]:
    """Return what uses a file: the keys of pages, records and settings by model."""
    users: dict[type[Any], set[str]] = defaultdict(set)
    found = ReferenceIndex.get_references_to(file).values_list("content_type", "object_id").distinct()
    for type_id, key in found:
        model = ContentType.objects.get_for_id(type_id).model_class()
        if model is not None:
            users[model].add(key)
    return users


def _shows(model: type[Any], keys: set[str], visibility: Visibility) -> bool:
    """Return whether a reader may see one of these; what is neither a page nor in the API shows nothing."""
    if issubclass(model, BaseSiteSetting | BaseGenericSetting):
        return True
    if not hasattr(model, "graphql_fields"):
        return False
    if not issubclass(model, Page):
        return visibility.records(model).filter(pk__in=keys).exists()
    return hasattr(model, "own_window") and visibility.pages(model).filter(pk__in=keys).exists()
