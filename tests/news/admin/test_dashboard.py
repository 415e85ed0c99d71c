"""The dashboard: what is on the front page, what is on air, drafts of one's own."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.admin.dashboard import BannersPanel, FrontPagePanel, MyDraftsPanel
from news.models import LeadStory
from tests.builders import make_article, make_banner, make_front_page


@pytest.fixture
def dashboard(sign_in):
    """Return what a member of groups finds on a panel of the dashboard."""

    def look(panel: type, *groups: str, user=None):
        response = sign_in(*groups, user=user).get("/admin/")
        found = [each for each in response.context["panels"] if isinstance(each, panel)]
        return found[0].get_context_data(response.context) if found else None

    return look


def test_the_front_page_shows_its_lead_stories_in_order_and_the_newest_after_them(dashboard):
    now, front_page = timezone.now(), make_front_page()
    old = make_article(title="Old lead", display_date=now - timedelta(days=9))
    hidden = make_article(title="Waits for its embargo", embargo_until=now + timedelta(hours=1))
    make_article(title="Newest", display_date=now)
    for place, article in enumerate([hidden, old]):
        LeadStory.objects.create(front_page=front_page, article=article, sort_order=place)

    (paper,) = dashboard(FrontPagePanel, "Editors")["papers"]

    assert [(story.title, story.is_lead, story.is_hidden) for story in paper["stories"]] == [
        ("Waits for its embargo", True, True),
        ("Old lead", True, False),
        ("Newest", False, False),
    ]


@pytest.mark.parametrize(("group", "may_edit"), [("Reporters", False), ("Editors", True)])
def test_those_who_choose_the_lead_stories_find_the_way(dashboard, group, may_edit):
    make_front_page()

    (paper,) = dashboard(FrontPagePanel, group)["papers"]

    assert paper["may_edit"] is may_edit


def test_live_and_coming_banners_are_shown_and_others_are_not(dashboard):
    now, hour = timezone.now(), timedelta(hours=1)
    make_banner(title="on air")
    make_banner(title="coming", starts_at=now + hour, ends_at=now + 2 * hour)
    make_banner(title="over", starts_at=now - 2 * hour, ends_at=now - hour)
    make_banner(title="draft", live=False)

    banners = dashboard(BannersPanel, "Reporters")["banners"]

    assert [(banner.title, banner.state.label) for banner in banners] == [
        ("on air", "On air"),
        ("coming", "Coming"),
    ]


def test_drafts_of_mine_are_those_that_readers_do_not_have(dashboard, make_member):
    me, somebody_else = make_member("Reporters"), make_member("Reporters")
    make_article(title="Not out", owner=me, live=False)
    make_article(title="Out, and changed since", owner=me, has_unpublished_changes=True)
    make_article(title="Out", owner=me)
    make_article(title="Somebody else's", owner=somebody_else, live=False)

    drafts = dashboard(MyDraftsPanel, user=me)["drafts"]

    assert {draft.title for draft in drafts} == {"Not out", "Out, and changed since"}


def test_who_writes_no_articles_is_not_asked_to(dashboard):
    assert dashboard(MyDraftsPanel, "Flash desk") is None


def test_nothing_in_the_menus_and_the_dashboard_leads_to_another_site(editor):
    page = editor.get("/admin/").content.decode()

    assert "guide.wagtail.org" not in page
    assert "docs.wagtail.org" not in page
    assert "gravatar.com" not in page
