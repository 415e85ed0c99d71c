"""Finds the records that an item names, and makes those that are missing."""

from collections.abc import Callable
from itertools import chain, count
from typing import Any, TypeVar

from django.db.models import Model
from django.utils.text import slugify

from news.choices import ContributorKind, SourceCategory
from news.importers.agencies import is_agency
from news.importers.items import Credit
from news.importers.lengths import fitted
from news.models import Contributor, Source, Tag

LONGEST_SLUG = 150
Recorded = TypeVar("Recorded", Contributor, Source)
Named = TypeVar("Named", Contributor, Source, Tag)


class Records:
    """The records that the items of one transaction name: each is looked up once."""

    def __init__(self) -> None:
        self._found: dict[tuple[type[Model], str], Any] = {}

    def forget(self) -> None:
        """Look everything up again: some of it may have been rolled back."""
        self._found.clear()

    def contributor(self, credit: Credit) -> Contributor:
        """Return the contributor with a credit's name; an editor's choice of its kind stays."""
        kind = ContributorKind.ORGANISATION if credit.is_organisation else ContributorKind.PERSON
        return self._named(
            Contributor,
            credit.name,
            lambda name: _published(Contributor(name=name, slug=_slug(Contributor, name), kind=kind)),
        )

    def source(self, name: str) -> Source:
        """Return the source with a name; an editor's choice of its category stays."""
        category = SourceCategory.WIRE if is_agency(name) else SourceCategory.OTHER
        return self._named(
            Source,
            name,
            lambda name: _published(Source(name=name, slug=_slug(Source, name), category=category)),
        )

    def tag(self, name: str) -> Tag:
        """Return the tag with a name."""
        return self._named(Tag, name, lambda name: Tag.objects.create(name=name))

    def _named(self, model: type[Named], name: str, make: Callable[[str], Named]) -> Named:
        name = fitted(model, "name", name)
        found = self._found.get((model, name)) or _known(model, name) or make(name)
        self._found[model, name] = found
        return found


def _known(model: type[Named], name: str) -> Named | None:
    return model.objects.filter(name__iexact=name).order_by("pk").first()


def _published(record: Recorded) -> Recorded:
    record.save()
    record.save_revision().publish()
    return record


def _slug(model: type[Contributor | Source], name: str) -> str:
    """Return an address for a name that no other record of its kind has."""
    slug = slugify(name, allow_unicode=True)[:LONGEST_SLUG].strip("-") or model.__name__.lower()
    taken = set(model.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in count(2))
    return next(free for free in chain([slug], numbered) if free not in taken)
