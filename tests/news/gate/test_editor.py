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
    return editor.post(
        reverse("wagtailadmin_pages:add", args=["news", "article", section.pk]), story(**fields)
    )


def edit(editor, page, **fields):
    return editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), story(**fields))


def test_a_finished_story_goes_out_from_the_form(editor):
    add(editor, make_section(), contributor=make_contributor())

    assert Article.objects.get().live


def test_a_new_story_with_a_placeholder_is_kept_as_a_draft_and_its_editor_shown_where(editor):
    response = add(
        editor, make_section(), paragraph="Venn stated [WHERE] on Monday.", contributor=make_contributor()
    )
    article = Article.objects.get()
    shown = editor.get(response.url)

    assert not article.live
    assert response.url == reverse("wagtailadmin_pages:edit", args=[article.pk]) + "?findings=1"
    error = shown.context["form"].errors.as_data()["body"][0]
    assert error.as_json_data() == {
        "blockErrors": {
            0: {
                "messages": [
                    "“[WHERE]” looks unfinished in “Venn stated [WHERE] on Monday.”. Put in what is missing."
                ]
            }
        }
    }


def test_an_edited_story_with_a_placeholder_is_kept_as_a_draft_while_readers_keep_what_they_have(editor):
    person = make_contributor()
    article = make_article(title="The harbour reopens", contributors=[person])

    byline = {"id": article.bylines.get().pk, "contributor": person.pk, "role": ""}

    response = edit(
        editor, article, paragraph="Venn stated [WHERE].", bylines=inline_formset([byline], initial=1)
    )

    article = Article.objects.get()
    draft = article.get_latest_revision_as_object()
    assert response.url.endswith("?findings=1")
    assert "[WHERE]" not in str(article.body)
    assert "[WHERE]" in str(draft.body)
    assert [byline.contributor for byline in draft.bylines.all()] == [person]


def test_a_draft_may_hold_what_may_not_go_out(editor):
    response = add(editor, make_section(), paragraph="Venn stated [WHERE].", action="action-save")

    assert response.status_code == 302
    assert "findings" not in response.url
    assert not Article.objects.get().live


def test_a_story_that_is_submitted_must_be_finished(editor):
    response = add(
        editor, make_section(), paragraph="TK", contributor=make_contributor(), action="action-submit"
    )

    article = Article.objects.get()
    assert response.url.endswith("?findings=1")
    assert article.current_workflow_state is None


def test_a_moderator_may_send_back_what_is_unfinished(editor):
    article = make_article(live=False, first_published_at=None, body=[("paragraph", "<p>TK</p>")])
    article.save_revision()
    article.get_workflow().start(article, None)

    edit(
        editor,
        article,
        paragraph="TK",
        **{"action-workflow-action": "1", "workflow-action-name": "reject"},
        action="x",
    )

    assert article.current_workflow_state.status == "needs_changes"


def test_a_scheduled_story_is_not_live_for_a_moment(editor, monkeypatch):
    states = []
    original = Article.save
    monkeypatch.setattr(
        Article, "save", lambda self, *a, **k: (states.append(self.live), original(self, *a, **k))[1]
    )

    add(editor, make_section(), contributor=make_contributor(), go_live_at="2099-01-01 10:00")

    assert states
    assert not any(states)


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # Wagtail leaves a thumbnail's file open
def test_each_finding_stands_where_its_editor_has_to_look(editor):
    picture = make_image(title="harbour.png")
    body = streamfield(
        [
            ("quote", {"text": "We left [WHERE?]", "attribution": "Venn", "lang": ""}),
            ("heading", {"text": "What TK did", "level": "2"}),
        ]
    )

    add(
        editor,
        make_section(),
        body=body,
        hero_image=picture.pk,
        standfirst="It reopens on [DATE].",
        social_title="XXX reopens",
        action="action-publish",
    )
    form = editor.get(
        reverse("wagtailadmin_pages:edit", args=[Article.objects.get().pk]) + "?findings=1"
    ).context["form"]

    errors = form.errors.as_data()
    assert set(errors) == {"body", "hero_alt", "standfirst", "social_title"}
    blocks = errors["body"][0].as_json_data()["blockErrors"]
    assert set(blocks[0]["blockErrors"]) == {"text"}
    assert set(blocks[1]["blockErrors"]) == {"text"}
    assert "has no byline" in str(form.formsets["bylines"].non_form_errors())


def test_a_placeholder_in_a_byline_stands_in_its_row(editor):
    person = make_contributor()
    bylines = [{"contributor": person.pk, "role": ""}, {"contributor": person.pk, "role": "[role?]"}]

    add(editor, make_section(), bylines=inline_formset(bylines))
    form = editor.get(
        reverse("wagtailadmin_pages:edit", args=[Article.objects.get().pk]) + "?findings=1"
    ).context["form"]

    assert [list(row.errors) for row in form.formsets["bylines"].forms] == [[], ["role"]]


def test_other_mistakes_are_put_right_first(editor):
    response = add(editor, make_section(), title="", slug="x", paragraph="TK", contributor=make_contributor())

    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"title"}
    assert not Article.objects.exists()


def test_the_findings_stand_beside_the_form(editor):
    article = make_article(
        live=False, body=[("paragraph", "<p>Venn stated [WHERE].</p>")], title="The harbour"
    )

    page = editor.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()

    assert "Keeps the page from going out" in page
    assert "Body › 1. Paragraph" in page
    assert "No topic leads readers to this story." in page


def test_publishing_in_bulk_publishes_what_is_finished_and_says_what_is_not(editor):
    section = make_section()
    good = make_article(section=section, live=False, title="Finished")
    bad = make_article(section=section, live=False, title="Half", body=[("paragraph", "<p>TK</p>")])
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    response = editor.post(f"{address}?id={good.pk}&id={bad.pk}&next=/admin/", follow=True)

    assert set(Page.objects.filter(pk__in=[good.pk, bad.pk], live=True)) == {Page.objects.get(pk=good.pk)}
    assert "“Half” did not go out. Body › 1. Paragraph: “TK” looks unfinished" in response.content.decode()


def test_approving_from_a_list_leads_to_the_findings(editor):
    article = make_article(live=False, first_published_at=None, body=[("paragraph", "<p>TK</p>")])
    article.save_revision()
    state = article.get_workflow().start(article, None)
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[article.pk, "approve", state.current_task_state.pk]
    )

    response = editor.post(address, {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"})

    edit_url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert response.json() == {"step": "success", "redirect": edit_url}
    assert "did not go out" in editor.get(edit_url).content.decode()
    assert not Article.objects.get().live


def test_copying_a_live_story_whose_link_went_stale_says_so(editor):
    target = make_article()
    link = f'<p>See <a linktype="page" id="{target.pk}">this</a>.</p>'
    article = make_article(title="Linking", body=[("paragraph", link)])
    Article.objects.get(pk=target.pk).unpublish()
    form = {
        "new_title": "Copied",
        "new_slug": "copied",
        "new_parent_page": article.get_parent().pk,
        "publish_copies": "on",
    }

    response = editor.post(reverse("wagtailadmin_pages:copy", args=[article.pk]), form, follow=True)

    assert not Article.objects.filter(slug="copied").exists()
    assert "readers cannot see it" in response.content.decode()
