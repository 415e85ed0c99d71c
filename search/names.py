"""Keeps the folded names that suggestions and `tag:`, `by:`, `section:`, `source:` look things up in."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Model

from cms.running import run
from news.models import Contributor, Section, Source, Tag
from search import bulk
from search.folding import folded_words
from search.models import Name, NameKind, NameWord

LONGEST = 400
LETTERS_OF_A_BEGINNING = 3
LAST_CHARACTER = "\U0010ffff"
NAMES = """
    SELECT latest.day, name.id, name.kind, name.target_id, name.folded FROM (
        SELECT word.day, word.name_id FROM search_nameword AS word
        WHERE word.kind = %s AND {begins}{whole} ORDER BY word.day DESC, word.name_id DESC LIMIT %s
    ) AS latest JOIN search_name AS name ON name.id = latest.name_id
"""
HOLDS = " AND word.name_id IN (SELECT name_id FROM search_nameword WHERE kind = %s AND word = %s)"
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
    words = [(row.pk, kind, word, row.day) for row in rows for word in looked_up_by(row.folded.split())]
    bulk.insert("search_nameword", ("name_id", "kind", "word", "day"), words, on_conflict="DO NOTHING")


@transaction.atomic
def remove(kind: NameKind, keys: Collection[int]) -> None:
    """Forget the names of things with these keys."""
    NameWord.objects.filter(name__kind=kind, name__target_id__in=keys).delete()
    Name.objects.filter(kind=kind, target_id__in=keys).delete()


def looked_up_by(words: Sequence[str]) -> dict[str, None]:
    """Return the words of a name and their first letters: of the names that begin so, readers want the latest.

    A range of words would have to be read whole for that; three letters may stand for thousands of names.
    """
    beginnings = (
        beginning(word[:letters]) for word in words for letters in range(1, LETTERS_OF_A_BEGINNING + 1)
    )
    return dict.fromkeys([*words, *beginnings])


def beginning(letters: str) -> str:
    """Return how the first letters of a word are written beside whole words; no folded word holds the sign."""
    return f"{letters}*"


def names_holding(
    typed: Sequence[str], kinds: Sequence[NameKind], *, most: int
) -> dict[NameKind, dict[int, str]]:
    """Return keys and folded names that hold all words but the last and begin with that, the latest first, by kind."""
    *whole, last = typed
    bounds = [beginning(last)] if len(last) <= LETTERS_OF_A_BEGINNING else [last, last + LAST_CHARACTER]
    begins = "word.word = %s" if len(bounds) == 1 else "word.word >= %s AND word.word < %s"
    sql = NAMES.format(begins=begins, whole=HOLDS * len(set(whole)))
    parameters: list[Any] = []
    for kind in kinds:
        others = [part for word in sorted(set(whole)) for part in (kind, word)]
        parameters += [kind, *bounds, *others, most]
    rows = sorted(run(" UNION ALL ".join([sql] * len(kinds)), parameters), reverse=True)
    found: dict[NameKind, dict[int, str]] = {kind: {} for kind in kinds}
    for _, _, kind, key, folded in rows:
        found[kind].setdefault(key, folded)
    return found


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
