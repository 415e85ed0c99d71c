"""A note under an article stays as readers have seen it, whatever is done to the article."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from news.models import Article, Correction
from tests.builders import make_article

pytestmark = pytest.mark.django_db

WORDS = "It was 30 votes, not 31."


@pytest.fixture
def article():
    """A live article with a note that readers have."""
    article = make_article()
    article.corrections.add(Correction(kind="correction", text=WORDS, published_at=timezone.now()))
    article.save_revision().publish()
    return Article.objects.get(pk=article.pk)


def note_of(article):
    return Correction.objects.get(article=article.pk)


def test_a_note_that_goes_out_is_on_the_record(article):
    assert note_of(article).on_record


def test_a_note_in_a_draft_may_be_changed_and_dropped():
    article = make_article(live=False)
    article.corrections.add(Correction(kind="correction", text=WORDS))
    article.save()

    note = note_of(article)
    note.text = "It was 29 votes."
    note.save()
    note.delete()

    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    "change", [{"text": "It was 29 votes."}, {"kind": "clarification"}, {"published_at": timezone.now()}]
)
def test_a_note_on_the_record_cannot_be_changed_on_its_own(article, change):
    note = note_of(article)
    for name, value in change.items():
        setattr(note, name, value)

    with pytest.raises(ValidationError, match="stays as it is"):
        note.save()


def test_a_note_on_the_record_cannot_be_changed_with_its_article(article):
    draft = article.get_latest_revision_as_object()
    note = draft.corrections.get()
    note.text = "It was 29 votes."
    draft.corrections.set([note])

    with pytest.raises(ValidationError, match="stays as it is"):
        draft.save_revision(clean=False).publish()

    assert note_of(article).text == WORDS


def test_a_note_on_the_record_cannot_be_dropped(article):
    draft = article.get_latest_revision_as_object()
    draft.corrections.set([])

    with pytest.raises(ValidationError, match="stays as it is"):
        draft.save_revision(clean=False).publish()
    with pytest.raises(ValidationError, match="stays as it is"):
        note_of(article).delete()

    assert note_of(article).text == WORDS


def test_another_note_may_put_it_right(article):
    draft = article.get_latest_revision_as_object()
    draft.corrections.add(Correction(kind="clarification", text="Both counts were read out."))

    draft.save_revision().publish()

    assert Correction.objects.filter(article=article.pk, on_record=True).count() == 2


def test_an_older_version_that_did_not_know_the_note_does_not_undo_it():
    article = make_article()
    before = article.save_revision()
    article.corrections.add(Correction(kind="correction", text=WORDS))
    article.save_revision().publish()

    with pytest.raises(ValidationError, match="stays as it is"):
        before.publish()


def test_a_note_goes_with_its_article(article):
    article.delete()

    assert not Correction.objects.exists()


def test_a_note_alone_retracts_nothing():
    with pytest.raises(ValidationError, match="Use “Retract”"):
        Correction(article=make_article(), kind="retraction", text="All of it was wrong.").full_clean()
