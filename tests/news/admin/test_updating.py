"""An update of a live story is dated; a minor edit is not."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset

from news.models import Article
from tests.builders import make_article, make_contributor
from tests.news.gate.test_editor import story

pytestmark = pytest.mark.django_db

YESTERDAY = timezone.now() - timedelta(days=1)


@pytest.fixture
def article():
    person = make_contributor()
    article = make_article(title="The harbour reopens", contributors=[person], first_published_at=None)
    article.save_revision().publish()
    Article.objects.filter(pk=article.pk).update(first_published_at=YESTERDAY)
    return Article.objects.get(pk=article.pk)


def publish(editor, article, action, **fields):
    byline = article.bylines.get()
    row = {"id": byline.pk, "contributor": byline.contributor_id, "role": ""}
    data = story(bylines=inline_formset([row], initial=1), action="action-other", **fields)
    editor.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), {**data, "action-publish": action})
    return Article.objects.get(pk=article.pk)


def test_a_minor_edit_moves_no_date(editor, article):
    published = publish(editor, article, "action-publish", title="The harbour reopens again")

    assert published.title == "The harbour reopens again"
    assert published.updated_at is None


def test_an_update_is_dated_by_its_publication_and_once(editor, article):
    published = publish(editor, article, "update")
    assert abs(published.updated_at - published.last_published_at) < timedelta(milliseconds=1)

    to_the_minute = f"{published.updated_at:%Y-%m-%d %H:%M}"  # as the form has it
    edited = publish(editor, published, "action-publish", updated_at=to_the_minute)

    assert edited.updated_at == published.updated_at
    assert not edited.is_substantive


def test_an_update_that_is_refused_is_still_one_when_it_goes_out(editor, article):
    publish(editor, article, "update", paragraph="Venn stated [WHERE].")
    draft = Article.objects.get(pk=article.pk).get_latest_revision_as_object()

    assert draft.is_substantive
    assert Article.objects.get(pk=article.pk).updated_at is None


def test_the_form_of_a_live_story_offers_both_and_that_of_a_draft_neither(editor, article):
    live = editor.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    draft = make_article(live=False)
    unpublished = editor.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()

    for label in ("Publish as a minor edit", "Publish as an update"):
        assert label in live
        assert label not in unpublished
