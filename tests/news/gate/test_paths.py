"""Every path to the public refuses what is unfinished and accepts it once it is finished."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page, Workflow

from news.models import Article
from tests.news.gate.conftest import finish

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


def copy_and_keep_live(article):
    Article.objects.filter(pk=article.pk).update(live=True)
    article.live = True
    copied = article.copy(update_attrs={"slug": "copied", "body": article.body}, keep_live=True)
    assert copied.live
    Article.objects.filter(pk=article.pk).update(live=True)


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
