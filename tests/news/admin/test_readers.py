"""“What readers see”: whether, why not, from when until when, how, and what the API says, beside every form."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.visibility import Visibility
from news.admin.readers.panel import described
from news.admin.readers.reasons import in_words, why_hidden
from news.admin.readers.window import Window, window_of
from news.models import Article, Section
from tests.builders import (
    make_article,
    make_banner,
    make_flash_desk,
    make_front_page,
    make_image,
    make_section,
)

pytestmark = pytest.mark.django_db

NOW = timezone.now().replace(microsecond=0)
BEFORE, LATER, LAST = NOW - timedelta(hours=1), NOW + timedelta(hours=1), NOW + timedelta(days=1)


def draft():
    return make_article(live=False, first_published_at=None)


def taken_back():
    return make_article(live=False)


def scheduled():
    article = draft()
    article.go_live_at, article.expire_at = LATER, LAST
    article.save_revision(approved_go_live_at=LATER)
    return article


def expired_a_moment_ago():
    return make_article(expire_at=BEFORE)


def expired_and_taken_down():
    return make_article(expire_at=BEFORE, expired=True, live=False)


def under_embargo():
    return make_article(embargo_until=LATER)


def in_a_draft_section():
    return make_article(section=make_section(title="Politics", live=False))


def in_a_private_section():
    section = make_section(title="Politics")
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    return make_article(section=section)


def private():
    article = make_article()
    PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.PASSWORD)
    return article


def repeating_a_hidden_story():
    source = make_article(title="Harbour")
    alias = source.create_alias(parent=Page.objects.get(pk=make_section().pk), update_slug="again")
    Article.objects.filter(pk=source.pk).update(embargo_until=LATER)
    return Article.objects.get(pk=alias.pk)


def coming_on_air():
    return make_banner(starts_at=LATER, ends_at=LAST)


def off_air():
    return make_banner(starts_at=BEFORE - timedelta(hours=1), ends_at=BEFORE)


HIDDEN = {
    draft: "It is a draft: nobody has published it.",
    taken_back: "It was taken back: nobody has published it since.",
    scheduled: f"It is scheduled: it goes live on {in_words(LATER)}.",
    expired_a_moment_ago: f"It expired on {in_words(BEFORE)}.",
    expired_and_taken_down: f"It expired on {in_words(BEFORE)}.",
    under_embargo: f"It is under embargo until {in_words(LATER)}.",
    in_a_draft_section: "“Politics”, above it, is not published.",
    in_a_private_section: "“Politics”, above it, is for people who are signed in.",
    private: "It needs a password.",
    repeating_a_hidden_story: "It repeats “Harbour”, which readers do not see.",
    coming_on_air: f"It goes on air on {in_words(LATER)}.",
    off_air: f"It was on air until {in_words(BEFORE)}.",
}


@pytest.mark.parametrize(("make", "reason"), HIDDEN.items(), ids=lambda each: getattr(each, "__name__", ""))
def test_whatever_hides_a_page_is_said(make, reason):
    page = make()

    assert not Visibility(NOW).pages(type(page)).filter(pk=page.pk).exists()
    assert [each.text for each in why_hidden(page, NOW)] == [reason]


@pytest.mark.parametrize("make", [make_article, make_section, make_front_page, make_banner])
def test_nothing_is_said_to_hide_what_readers_see(make):
    page = make()

    assert Visibility(NOW).pages(type(page)).filter(pk=page.pk).exists()
    assert why_hidden(page, NOW) == []


def test_an_editor_is_led_to_the_page_that_hides_this_one():
    article = in_a_draft_section()

    assert why_hidden(article, NOW)[0].page_id == Section.objects.get().pk


def test_the_window_ends_with_the_first_thing_above_that_ends():
    section = make_section(expire_at=LATER)
    article = make_article(section=section, first_published_at=BEFORE, expire_at=LAST)

    assert window_of(article) == Window(opens=BEFORE, closes=LATER)


def test_a_scheduled_story_opens_when_both_its_schedule_and_its_embargo_let_it():
    article = draft()
    article.embargo_until = LAST
    article.save_revision(approved_go_live_at=LATER)

    assert window_of(article) == Window(opens=LAST)


def test_a_newer_version_that_is_scheduled_is_foretold():
    article = make_article(first_published_at=BEFORE)
    article.save_revision(approved_go_live_at=LATER)

    assert window_of(article) == Window(opens=BEFORE, renewed_at=LATER)


def test_the_answer_is_the_one_a_reader_is_given(ask):
    article = make_article(title="Ferries stay in port")

    panel = described(article, article, timezone.now())

    document, _, _ = panel["question"].partition("# Variables")
    path = f"/{article.get_parent().slug}/{article.slug}/"
    assert ask(document, path=path) == panel["data"]
    assert panel["data"]["route"]["title"] == "Ferries stay in port"


def test_a_hidden_story_answers_nothing_and_shows_how_it_would_look():
    article = make_article(title="Ferries", embargo_until=LATER, hero_image=make_image(), hero_alt="A ferry")

    panel = described(article, article, NOW)

    assert panel["data"] == {"route": None}
    assert [(card["seo"]["title"], card["is_draft"]) for card in panel["cards"]] == [("Ferries", True)]
    assert panel["cards"][0]["seo"]["image"]["rendition"]["url"]


def test_what_was_not_changed_is_shown_once():
    article = make_article(hero_image=make_image(), hero_alt="A ferry")
    article.save_revision().publish()
    stored = Article.objects.get(pk=article.pk)

    panel = described(stored, stored.get_latest_revision_as_object(), timezone.now())

    assert [card["is_draft"] for card in panel["cards"]] == [False]


def test_what_was_saved_since_is_shown_beside_what_readers_have():
    article = make_article(title="Ferries stay in port")
    article.seo_title = "Ferries sail again"
    article.save_revision()
    stored = Article.objects.get(pk=article.pk)

    panel = described(stored, stored.get_latest_revision_as_object(), timezone.now())

    shown = [(card["seo"]["title"], card["is_draft"]) for card in panel["cards"]]
    assert shown == [("Ferries stay in port", False), ("Ferries sail again", True)]


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (make_article, "Readers see it"),
        (make_section, "Readers see it"),
        (make_front_page, "Readers see it"),
        (make_banner, "Readers see it"),
        (draft, "Readers do not see it"),
        (make_flash_desk, "Readers never see this page"),
    ],
)
def test_the_panel_stands_beside_every_form(sign_in, make, told):
    page = make()
    managers = sign_in("Managers")

    form = managers.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert 'data-side-panel="readers"' in form
    assert told in form


def test_words_of_a_story_cannot_break_out_of_the_panel(sign_in):
    article = make_article(title="</pre><script>alert(1)</script>")

    form = sign_in("Editors").get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()

    assert "<script>alert(1)" not in form
