"""Taking a story back: its address says why, banners stop announcing it, and it stays on the record."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from news.models import Article, Correction, FlashBanner
from tests.builders import make_article, make_banner, make_section

pytestmark = pytest.mark.django_db

REASON = "The figures were those of another harbour."
ROUTE = '{ route(path: "/harbour/boats/") { __typename ... on Gone { reason } } articles { totalCount } }'
FLASH = "{ flash { banners { items { text } } } }"


@pytest.fixture
def story():
    article = make_article(section=make_section(slug="harbour"), slug="boats", title="All boats lost")
    article.save_revision().publish()
    return Article.objects.get(pk=article.pk)


def headline(text, article=None):
    return {"kicker": "", "text": text, "article": article and article.pk, "url": ""}


def retract(browser, article, reason=REASON):
    return browser.post(reverse("retract", args=[article.pk]), {"reason": reason})


def test_readers_are_offered_the_story_that_says_it_right(editor, story, ask):
    better = make_article(title="It was otherwise")

    editor.post(reverse("retract", args=[story.pk]), {"reason": REASON, "replaced_by": better.pk})

    path = "/" + story.url_path.split("/", 2)[2]
    asked = "query ($path: String!) { route(path: $path) { ... on Gone { replacedBy { title } } } }"
    assert ask(asked, path=path)["route"] == {"replacedBy": {"title": "It was otherwise"}}


def test_the_address_of_a_retracted_story_says_why(editor, story, ask):
    response = retract(editor, story)

    assert response.status_code == 302
    assert ask(ROUTE) == {"route": {"__typename": "Gone", "reason": REASON}, "articles": {"totalCount": 0}}


def test_a_banner_on_a_retracted_story_goes_off_air_at_once(sign_in, story, ask):
    banner = make_banner(headlines=[headline("All boats lost", story)])

    retract(sign_in("Editors"), story)

    assert ask(FLASH)["flash"]["banners"] == []
    assert not FlashBanner.objects.get(pk=banner.pk).live


def test_a_banner_with_other_news_keeps_that(sign_in, story, ask):
    make_banner(headlines=[headline("All boats lost", story), headline("Budget passed")])

    retract(sign_in("Editors"), story)

    assert ask(FLASH)["flash"]["banners"] == [{"items": [{"text": "Budget passed"}]}]


def test_the_form_names_the_banners_that_go_off_air(editor, story):
    make_banner(title="Boats, breaking", headlines=[headline("All boats lost", story)])
    make_banner(title="Budget", headlines=[headline("Budget passed")])

    form = editor.get(reverse("retract", args=[story.pk]))

    assert [banner.title for banner in form.context["banners"]] == ["Boats, breaking"]


def test_the_reason_is_on_the_record_for_good(editor, story):
    retract(editor, story)
    note = Correction.objects.get(article=story.pk)

    assert (note.kind, note.text, note.on_record) == ("retraction", REASON, True)
    entry = PageLogEntry.objects.get(page=story.pk, action="news.article.retract")
    assert entry.comment == REASON
    assert entry.user is not None


def test_a_story_that_comes_back_bears_its_retraction(editor, story, ask):
    retract(editor, story)

    Article.objects.get(pk=story.pk).get_latest_revision().publish()

    answer = ask('{ article(path: "/harbour/boats/") { corrections { kind text } } }')
    assert answer["article"]["corrections"] == [{"kind": "RETRACTION", "text": REASON}]


def test_an_unfinished_reason_is_refused_and_the_story_stays(editor, story):
    response = retract(editor, story, reason="The figures came from [WHO?]")

    assert "looks unfinished" in str(response.context["form"].errors["reason"])
    assert Article.objects.get(pk=story.pk).live
    assert not Correction.objects.exists()


def test_what_was_drafted_meanwhile_does_not_go_out_with_the_reason(editor, story, ask):
    draft = Article.objects.get(pk=story.pk)
    draft.title = "A title nobody approved"
    draft.save_revision()

    retract(editor, story)

    assert Article.objects.get(pk=story.pk).title == "All boats lost"


def test_a_schedule_does_not_bring_a_retracted_story_back(editor, story):
    story.save_revision(approved_go_live_at=timezone.now() + timezone.timedelta(hours=1))

    retract(editor, story)

    assert not story.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize(("group", "status"), [("Reporters", 302), ("Flash desk", 302), ("Managers", 200)])
def test_only_those_who_may_unpublish_retract(sign_in, story, group, status):
    assert sign_in(group).get(reverse("retract", args=[story.pk])).status_code == status


def test_a_draft_has_nothing_to_retract(editor):
    draft = make_article(live=False)

    assert editor.get(reverse("retract", args=[draft.pk])).status_code == 404


def test_the_form_of_a_live_story_offers_to_retract_it(editor, story):
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()

    assert reverse("retract", args=[story.pk]) in form
