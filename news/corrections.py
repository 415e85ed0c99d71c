"""Keeps the notes under an article on the record: what readers have seen is neither changed nor lost."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from news.models import Article

FROZEN = "A note that readers have seen stays as it is. Add another one that puts it right."


def keep_record(article: "Article") -> None:
    """Make the notes that are about to be saved agree with those on the record, or refuse.

    A revision may know a note without its key, because it is older than the note's row: the note is
    recognised by its words. What is saved with a live article is on the record from then on.
    """
    notes = list(article.corrections.all())
    kept = _on_record(article)
    before = [(note.pk, note.on_record) for note in notes]
    for note in notes:
        if note.pk is None:
            note.pk = next((pk for pk, words in kept.items() if words == note.words), None)
        note.on_record = note.pk in kept or article.live
    present = {note.pk: note.words for note in notes}
    if any(present.get(pk) != words for pk, words in kept.items()):
        raise ValidationError({"corrections": FROZEN})
    if before != [(note.pk, note.on_record) for note in notes]:
        article.corrections.set(notes)


def _on_record(article: "Article") -> dict[int, tuple[object, ...]]:
    """Return the words of the notes that stand under an article for good, by key; an alias has none."""
    if article.pk is None or article.alias_of_id is not None:
        return {}
    rows = apps.get_model("news", "Correction").objects.filter(article=article.pk, on_record=True)
    return {row.pk: row.words for row in rows}
