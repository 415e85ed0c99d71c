"""What readers are shown as the names of sections, tags, contributors and articles, put together to be asked often."""

from typing import Any

from django.db.models import QuerySet

from cms.visibility import Visibility
from news.models import Tag


def visible_pages(policy: Visibility, model: type[Any]) -> QuerySet:
    """Return the visible pages of a model."""
    return policy.pages(model)


def visible_records(policy: Visibility, model: type[Any]) -> QuerySet:
    """Return the visible records of a model."""
    return policy.records(model)


def all_tags(policy: Visibility) -> QuerySet[Tag]:
    """Return all tags, for what visible articles were found to carry."""
    return Tag.objects.all()
