"""Every path to the public refuses what is unfinished and accepts it once it is finished."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.actions.edit_page import EditPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Locale, Page, Revision, Workflow

from news.models import Article, Contributor
from tests.builders import make_article, make_banner, make_contributor, make_section
from tests.news.gate.conftest import FINISHED, UNFINISHED, finish, new_article

pytestmark = pytest.mark.django_db


def publish_revision(article):
    article.save_revision().publish()


def publish_action(article):
    PublishPageRevisionAction(article.save_revision()).execute()


def page_publish(article):
    article.publish(article.save_revision())


def save_live(article):
    article.live = True
    article.save()


def save_live_without_cleaning(article):
    article.live = True
    article.save(clean=False)


def save_the_flag_alone(article):
    article.save()
    article.live = True
    article.save(update_fields=["live"])


def save_through_the_base_page(article):
    article.save()
    page = Page.objects.get(pk=article.pk)
    page.live = True
    page.save()


def bulk_publish(article):
    article.save_revision()
    PublishBulkAction.execute_action([Page.objects.get(pk=article.pk)])


def bulk_publish_its_section(article):
    article.save_revision()
    section = Page.objects.get(pk=article.get_parent().pk)
    section.specific.save_revision()
    PublishBulkAction.execute_action([section], include_descendants=True)


def approve(article):
    article.save_revision()
    state = Workflow.objects.get(name="Editors' approval").start(article, None)
    state.current_task_state.approve()


def edit_and_publish(article):
    EditPageAction(article, publish=True).execute()


def publish_an_old_version(article):
    old = article.save_revision()
    made = RevertToPageRevisionAction(article, old, None).execute()
    made.publish()


PATHS = [
    publish_revision,
    publish_action,
    page_publish,
    save_live,
    save_live_without_cleaning,
    save_the_flag_alone,
    save_through_the_base_page,
    bulk_publish,
    bulk_publish_its_section,
    approve,
    edit_and_publish,
    publish_an_old_version,
]


@pytest.mark.parametrize("path", PATHS)
def test_an_unfinished_story_is_refused_with_its_place_and_stays_a_draft(path, unfinished):
    with pytest.raises(ValidationError, match=r"Body › 1\. Paragraph: “\[WHERE\]” looks unfinished"):
        path(unfinished)

    assert not Article.objects.get(pk=unfinished.pk).live


@pytest.mark.parametrize("path", PATHS)
def test_the_same_story_goes_out_once_it_is_finished(path, unfinished):
    path(finish(unfinished))

    assert Article.objects.get(pk=unfinished.pk).live


def test_a_story_cannot_be_born_live_and_unfinished(front_page):
    section = make_section()

    with pytest.raises(ValidationError, match="looks unfinished"):
        section.add_child(instance=new_article())

    assert not Article.objects.exists()


def test_a_copy_is_not_live_with_what_its_source_may_keep(front_page):
    article = make_article(live=False, body=UNFINISHED)
    Article.objects.filter(pk=article.pk).update(live=True)
    article = Article.objects.get(pk=article.pk)

    with pytest.raises(ValidationError, match="looks unfinished"):
        article.copy(update_attrs={"slug": "copied"}, keep_live=True)

    assert Article.objects.get() == article


def test_a_copy_that_is_a_draft_may_be_unfinished(unfinished):
    copied = unfinished.copy(update_attrs={"slug": "copied"}, keep_live=False)

    assert not copied.live


def test_a_translation_is_refused_while_it_is_unfinished(front_page):
    german = Locale.objects.get_or_create(language_code="de")[0]
    article = make_article(body=FINISHED)
    translated = article.copy_for_translation(german, copy_parents=True)
    translated.body = UNFINISHED

    with pytest.raises(ValidationError, match="looks unfinished"):
        translated.save_revision().publish()


def test_an_alias_does_not_carry_what_is_unfinished(unfinished):
    alias = unfinished.create_alias(update_slug="alias")
    alias.live = True

    with pytest.raises(ValidationError, match="looks unfinished"):
        alias.save(clean=False)


def test_aliases_follow_when_their_source_goes_out(unfinished):
    unfinished.create_alias(update_slug="alias")

    finish(unfinished).save_revision().publish()

    assert Article.objects.filter(live=True).count() == 2


def test_an_unfinished_story_cannot_be_scheduled(unfinished):
    unfinished.go_live_at = timezone.now() + timedelta(hours=1)

    with pytest.raises(ValidationError, match="looks unfinished"):
        unfinished.save_revision().publish()

    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_a_change_of_a_live_story_cannot_be_scheduled_unfinished(front_page):
    article = make_article(body=FINISHED)
    article.go_live_at, article.body = timezone.now() + timedelta(hours=1), UNFINISHED

    with pytest.raises(ValidationError, match="looks unfinished"):
        article.save_revision().publish()

    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_a_finished_story_is_scheduled(unfinished):
    finish(unfinished).go_live_at = timezone.now() + timedelta(hours=1)

    unfinished.save_revision().publish()

    assert Revision.objects.get(approved_go_live_at__isnull=False).object_id == str(unfinished.pk)


def test_a_live_story_that_went_stale_can_be_moved_and_locked(front_page):
    target = make_article()
    link = f'<p>See <a linktype="page" id="{target.pk}">this</a>.</p>'
    article = make_article(body=[("paragraph", link)])
    Article.objects.get(pk=target.pk).unpublish()

    article.move(make_section(), pos="last-child")
    moved = Page.objects.get(pk=article.pk)
    moved.locked = True
    moved.save()

    assert Article.objects.get(pk=article.pk).locked


def test_a_contributor_is_refused_while_it_is_unfinished(front_page):
    draft = make_contributor(name="Ines Calloway", biography="Born in [WHERE].", live=False)

    with pytest.raises(ValidationError, match=r"Biography: “\[WHERE\]” looks unfinished"):
        draft.save_revision().publish()

    draft.biography = "Born in Wexley."
    draft.save_revision().publish()
    assert Contributor.objects.get().live


def test_a_banner_is_refused_while_a_headline_is_unfinished(front_page):
    items = [{"kicker": "FIRE", "text": "Ferries stay in port until [WHEN]", "article": None, "url": ""}]

    with pytest.raises(ValidationError, match=r"Items › 1\. Headline › Text: “\[WHEN\]” looks unfinished"):
        make_banner(headlines=items)
