"""Keeps the folded names that suggestions and `tag:`, `by:`, `section:`, `source:` look things up in."""

from collections.abc import Collection, Iterable, Sequence

from django.db import transaction
from django.db.models import Model

from news.models import Contributor, Section, Source, Tag
from search.folding import folded_words
from search.models import Name, NameKind, NameWord

LONGEST = 400
ROWS_AT_ONCE = 2_000
KINDS: dict[type[Model], NameKind] = {
    Tag: NameKind.TAG,
    Contributor: NameKind.CONTRIBUTOR,
    Section: NameKind.SECTION,
    Source: NameKind.SOURCE,
}


@transaction.atomic
def write(kind: NameKind, named: Sequence[tuple[int, str, int]]) -> None:
    """Write names, given as key, name and day, in place of what was there."""
    remove(kind, [key for key, _, _ in named])
    rows = [
        Name(kind=kind, target_id=key, folded=folded_name(name), day=day) for key, name, day in sorted(named)
    ]
    Name.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
    words = [
        NameWord(name=row, kind=kind, word=word, day=row.day)
        for row in rows
        for word in dict.fromkeys(row.folded.split())
    ]
    NameWord.objects.bulk_create(words, batch_size=ROWS_AT_ONCE)


@transaction.atomic
def remove(kind: NameKind, keys: Collection[int]) -> None:
    """Forget the names of things with these keys."""
    NameWord.objects.filter(name__kind=kind, name__target_id__in=keys).delete()
    Name.objects.filter(kind=kind, target_id__in=keys).delete()


def folded_name(name: str) -> str:
    """Return a name's folded words, a space between them."""
    return " ".join(folded_words(name))[:LONGEST]


def write_records(model: type[Model], keys: Iterable[int] | None = None) -> None:
    """Write the names of tags, contributors, sections or sources: of those with these keys, or of all."""
    column = "title" if model is Section else "name"
    records = model._default_manager.all()
    if keys is not None:
        records = records.filter(pk__in=keys)
    write(KINDS[model], [(key, name, 0) for key, name in records.values_list("pk", column)])
