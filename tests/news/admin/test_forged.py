"""A reporter who sends what no form of hers holds puts nothing before readers.

Each request is sent by a manager as well, from whom it does what it asks for: so it is the permission that refuses it.
"""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail.test.utils.form_data import inline_formset

from news.models import Article, FlashBanner
from tests.builders import make_article, make_banner, make_contributor, make_flash_desk, make_section
from tests.news.admin.test_flash_desk import banner_form, headline
from tests.news.gate.test_editor import story

PUBLISH = {"action-publish": "action-publish"}
SMUGGLED = {"live": "on", "first_published_at": "2026-01-01 10:00"}


def own_draft(member, **overrides) -> Article:
    """Make a finished draft of somebody's own, with a version to publish."""
    article = make_article(
        contributors=[make_contributor()], live=False, first_published_at=None, owner=member, **overrides
    )
    article.save_revision(user=member)
    return article


def form_of(article, **fields) -> dict:
    """Return an article's form as its page sends it."""
    byline = article.bylines.get()
    row = {"id": byline.pk, "contributor": byline.contributor_id, "role": ""}
    return story(bylines=inline_formset([row], initial=1), **fields)


def address(action: str, *keys: object) -> str:
    return reverse(f"wagtailadmin_pages:{action}", args=keys)


def publish_a_new_story(client, member):
    form = story(contributor=make_contributor(), **SMUGGLED)
    client.post(address("add", "news", "article", make_section().pk), form)


def publish_a_new_story_as_an_update(client, member):
    form = {**story(contributor=make_contributor(), action="x"), "action-publish": "update"}
    client.post(address("add", "news", "article", make_section().pk), form)


def schedule_a_new_story(client, member):
    form = story(contributor=make_contributor(), go_live_at="2099-01-01 10:00")
    client.post(address("add", "news", "article", make_section().pk), form)


def publish_her_draft(client, member):
    article = own_draft(member)
    client.post(address("edit", article.pk), form_of(article, **SMUGGLED))


def schedule_her_draft(client, member):
    article = own_draft(member)
    client.post(address("edit", article.pk), form_of(article, go_live_at="2099-01-01 10:00"))


def publish_somebodys_draft(client, member):
    article = own_draft(None)
    client.post(address("edit", article.pk), form_of(article))


def publish_an_old_version(client, member):
    article = own_draft(member)
    old, _ = article.latest_revision, article.save_revision(user=member)
    client.post(address("edit", article.pk), {**form_of(article), "revision": old.pk})


def publish_in_bulk(client, member):
    client.post(f"/admin/bulk/wagtailcore/page/publish/?id={own_draft(member).pk}")


def publish_her_section_in_bulk(client, member):
    section = own_draft(member).get_parent()
    Page.objects.filter(pk=section.pk).update(live=False)
    section.specific.save_revision()
    client.post(f"/admin/bulk/wagtailcore/page/publish/?id={section.pk}", {"include_descendants": "on"})


def submitted(member) -> tuple[Article, int]:
    """Submit a draft of her own; return it with what waits for approval."""
    article = own_draft(member)
    state = article.get_workflow().start(article, member)
    return article, state.current_task_state.pk


def approve_her_story(client, member):
    article, task = submitted(member)
    client.post(address("workflow_action", article.pk, "approve", task), {})


def approve_her_story_from_its_form(client, member):
    article, _ = submitted(member)
    sent = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    client.post(address("edit", article.pk), form_of(article, action="x", **sent))


def publish_what_she_submitted(client, member):
    article, _ = submitted(member)
    client.post(address("edit", article.pk), form_of(article))


def publish_a_copy(client, member):
    article = make_article(owner=member, contributors=[make_contributor()])
    article.save_revision(user=member)
    parent = article.get_parent().pk
    sent = {"new_title": "Again", "new_slug": "again", "new_parent_page": parent, "publish_copies": "on"}
    client.post(address("copy", article.pk), sent)


def put_a_banner_on_air(client, member):
    form = {**banner_form(headline("Fire at the harbour")), **PUBLISH}
    client.post(address("add", "news", "flashbanner", make_flash_desk().pk), form)


def put_her_banner_on_air(client, member):
    banner = make_banner(live=False, owner=member)
    banner.save_revision(user=member)
    client.post(address("edit", banner.pk), {**banner_form(headline("Fire")), **PUBLISH})


def announce_a_story(client, member):
    make_flash_desk()
    article = make_article()
    opened = client.get(reverse("flash_desk_announce", args=[article.pk]), follow=True)
    form = {**banner_form(headline("Budget passed", article)), **PUBLISH}
    client.post(opened.request["PATH_INFO"], form)


FORGED = [
    publish_a_new_story,
    publish_a_new_story_as_an_update,
    schedule_a_new_story,
    publish_her_draft,
    schedule_her_draft,
    publish_somebodys_draft,
    publish_an_old_version,
    publish_in_bulk,
    publish_her_section_in_bulk,
    approve_her_story,
    approve_her_story_from_its_form,
    publish_what_she_submitted,
    publish_a_copy,
    put_a_banner_on_air,
    put_her_banner_on_air,
    announce_a_story,
]


def gone_out(began) -> list[str]:
    """Return what was published since, and what is going to be."""
    published = Page.objects.filter(live=True, last_published_at__gte=began)
    scheduled = Revision.objects.filter(approved_go_live_at__isnull=False)
    copies = Article.objects.filter(live=True, title="Again")
    return [
        *(each.title for each in published),
        *(each.object_str for each in scheduled),
        *(each.title for each in copies),
    ]


@pytest.mark.parametrize("forge", FORGED)
def test_what_a_reporter_forges_puts_nothing_before_readers(forge, sign_in, make_member, ask):
    make_flash_desk()
    reporter = make_member("Reporters")
    began = timezone.now()

    forge(sign_in(user=reporter), reporter)

    assert gone_out(began) == []
    assert ask("{ flash { banners { label } } }")["flash"]["banners"] == []


@pytest.mark.parametrize("forge", FORGED)
def test_the_same_request_of_a_manager_does_what_it_asks(forge, sign_in, make_member):
    make_flash_desk()
    manager = make_member("Managers")
    began = timezone.now()

    forge(sign_in(user=manager), manager)

    assert gone_out(began)


def test_what_a_reporter_forges_changes_nothing_that_is_out(sign_in, make_member):
    reporter = make_member("Reporters")
    article = make_article(title="As it is", owner=reporter, contributors=[make_contributor()])
    old = article.save_revision(user=reporter)
    banner = make_banner()
    until = timezone.localtime() + timedelta(hours=9)
    client = sign_in(user=reporter)

    client.post(address("edit", article.pk), form_of(article))
    client.post(address("revisions_revert", article.pk, old.pk), form_of(article))
    client.post(address("unpublish", article.pk))
    client.post(address("delete", article.pk))
    client.post(reverse("retract", args=[article.pk]), {"reason": "Not so."})
    client.post(f"/admin/bulk/wagtailcore/page/unpublish/?id={article.pk}")
    client.post(reverse("flash_desk_extend", args=[banner.pk]), {"until": f"{until:%Y-%m-%d %H:%M}"})

    shown = Article.objects.get(pk=article.pk)
    assert (shown.live, shown.title) == (True, "As it is")
    assert "Words of article" in str(shown.body)
    assert FlashBanner.objects.get(pk=banner.pk).ends_at == banner.ends_at
