"""The editor's form: what may not go out is pinned to its place, and nothing that was typed is lost."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from news.models import Article
from tests.builders import make_article, make_contributor, make_image, make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, front_page):
    user = get_user_model().objects.create_superuser("mira", "mira@example.org", "password")
    client.force_login(user)
    return client


def story(*, paragraph="All of it is known.", contributor=None, action="action-publish", **overrides):
    """Return what an article's form sends."""
    bylines = [{"contributor": contributor.pk, "role": ""}] if contributor else []
    names = ["source_credits", "related_articles", "corrections", "comments"]
    data = {
        "title": "The harbour reopens",
        "slug": "the-harbour-reopens",
        "kind": "news",
        "display_date": "2026-03-01 10:00",
        "body": streamfield([("paragraph", rich_text(f"<p>{paragraph}</p>", features=["bold"]))]),
        "bylines": inline_formset(bylines),
        **{name: inline_formset([]) for name in names},
        action: "1",
        **overrides,
    }
    return nested_form_data(data)


def add(editor, section, **fields):
    return editor.post(reverse("wagtailadmin_pages:add", args=["news", "article", section.pk]), story(**fields))


def edit(editor, page, **fields):
    return editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), story(**fields))


def test_a_finished_story_goes_out_from_the_form(editor):
    add(editor, make_section(), contributor=make_contributor())

    assert Article.objects.get().live


def test_a_new_story_with_a_placeholder_is_kept_as_a_draft_and_its_editor_shown_where(editor):
    response = add(editor, make_section(), paragraph="Venn stated [WHERE] on Monday.", contributor=make_contributor())
    article = Article.objects.get()
    shown = editor.get(response.url)

    assert not article.live
    assert response.url == reverse("wagtailadmin_pages:edit", args=[article.pk]) + "?findings=1"
    error = shown.context["form"].errors.as_data()["body"][0]
    assert error.as_json_data() == {
        "blockErrors": {
            0: {"messages": ["“[WHERE]” looks unfinished in “Venn stated [WHERE] on Monday.”. Put in what is missing."]}
        }
    }
