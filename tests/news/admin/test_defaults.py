"""What a new article brings along, and what happens to its date when it comes out."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from news.models import Article, Filing
from tests.builders import make_article, make_contributor, make_section


def byline_offered(client) -> list[str]:
    """Return the names in the byline of a new article's form."""
    address = reverse("wagtailadmin_pages:add", args=["news", "article", make_section().pk])
    article = client.get(address).context["form"].instance
    return [byline.contributor.name for byline in article.bylines.all()]


def test_a_new_article_begins_with_its_writers_byline(sign_in, make_member):
    writer = make_member("Reporters")
    make_contributor(name="Nuzhat Mirwais", user=writer)

    assert byline_offered(sign_in(user=writer)) == ["Nuzhat Mirwais"]


def test_a_writer_who_is_no_contributor_begins_without_a_byline(sign_in):
    assert byline_offered(sign_in("Reporters")) == []


def test_a_contributor_who_is_only_a_draft_is_not_put_into_bylines(sign_in, make_member):
    writer = make_member("Reporters")
    make_contributor(user=writer, live=False)

    assert byline_offered(sign_in(user=writer)) == []


@pytest.fixture
def draft(make_member) -> Article:
    """A draft that was begun two days ago and saved by an editor since."""
    begun = timezone.now() - timedelta(days=2)
    article = make_article(live=False, first_published_at=None, display_date=begun)
    article.save_revision(user=make_member("Editors"))
    article.revisions.update(created_at=begun)
    return article


def publish(article: Article) -> Article:
    """Publish an article's latest revision; return the article as it is stored."""
    Article.objects.get(pk=article.pk).latest_revision.publish()
    return Article.objects.get(pk=article.pk)


def test_an_untouched_display_date_becomes_the_moment_of_the_first_publication(draft):
    published = publish(draft)

    assert abs(published.display_date - published.first_published_at) < timedelta(milliseconds=1)
    assert set(Filing.objects.values_list("display_date", flat=True)) == {published.display_date}


def test_the_next_edit_starts_from_the_date_that_readers_have(draft):
    published = publish(draft)

    edited = published.get_latest_revision_as_object()

    assert edited.display_date == published.display_date


def test_a_display_date_that_somebody_chose_stays(draft):
    chosen = timezone.now() - timedelta(days=30)
    draft.display_date = chosen
    draft.save_revision(user=draft.latest_revision.user)

    published = publish(draft)

    assert abs(published.display_date - chosen) < timedelta(milliseconds=1)


def test_the_second_publication_leaves_the_date_alone(draft):
    first = publish(draft)
    first.save_revision(user=draft.latest_revision.user)

    assert publish(first).display_date == first.display_date


def test_an_import_keeps_the_date_of_the_original(db):
    original = timezone.now() - timedelta(minutes=20)
    article = make_article(live=False, first_published_at=None, display_date=original)
    article.save_revision()

    published = publish(article)

    assert abs(published.display_date - original) < timedelta(milliseconds=1)
