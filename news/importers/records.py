"""Finds the records that an item names, and makes those that are missing."""

from itertools import chain, count
from typing import TypeVar

from django.utils.text import slugify

from news.choices import ContributorKind, SourceCategory
from news.importers.agencies import is_agency
from news.importers.items import Credit
from news.importers.lengths import fitted
from news.models import Contributor, Source, Tag

LONGEST_SLUG = 150
Recorded = TypeVar("Recorded", Contributor, Source)
Named = TypeVar("Named", Contributor, Source, Tag)


def contributor(credit: Credit) -> Contributor:
    """Return the contributor with a credit's name; an editor's choice of its kind stays."""
    name = fitted(Contributor, "name", credit.name)
    kind = ContributorKind.ORGANISATION if credit.is_organisation else ContributorKind.PERSON
    return _known(Contributor, name) or _published(
        Contributor(name=name, slug=_slug(Contributor, name), kind=kind)
    )


def source(name: str) -> Source:
    """Return the source with a name; an editor's choice of its category stays."""
    name = fitted(Source, "name", name)
    category = SourceCategory.WIRE if is_agency(name) else SourceCategory.OTHER
    return _known(Source, name) or _published(Source(name=name, slug=_slug(Source, name), category=category))


def tag(name: str) -> Tag:
    """Return the tag with a name."""
    name = fitted(Tag, "name", name)
    return _known(Tag, name) or Tag.objects.create(name=name)


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
