"""What readers find at an address that was renamed, moved, taken back or redirected by hand."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site

from cms.models import SiteSettings
from news.retractions import retract
from tests.builders import make_article, make_front_page, make_section

pytestmark = pytest.mark.django_db

ROUTE = """query ($path: String!) { route(path: $path) {
    __typename
    ... on Article { title path }
    ... on Section { title }
    ... on Redirect { location permanent }
    ... on Gone { reason }
} }"""
FRONT_END = "http://127.0.0.1:3000"


@pytest.fixture
def route(ask):
    """What stands at a path, as the API says."""
    return lambda path: ask(ROUTE, path=path)["route"]


def story(**overrides):
    return make_article(section=make_section(slug="world"), slug="budget", title="Budget", **overrides)


def rename(page, slug):
    page = Page.objects.get(pk=page.pk).specific
    page.slug = slug
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()


def by_hand(start, link="", page=None, **overrides):
    return Redirect.objects.create(
        old_path=Redirect.normalise_path(start), redirect_link=link, redirect_page=page, **overrides
    )


def test_a_renamed_article_is_found_under_all_its_old_addresses_in_one_step(route):
    article = story()
    rename(article, "budget-debated")
    rename(article, "budget-passed")

    for old in ("/world/budget/", "/world/budget-debated/"):
        assert route(old) == {
            "__typename": "Redirect",
            "location": f"{FRONT_END}/world/budget-passed/",
            "permanent": True,
        }


def test_an_article_that_gets_its_old_name_back_is_at_home_there(route):
    article = story()
    rename(article, "budget-debated")
    rename(article, "budget")

    assert route("/world/budget/")["__typename"] == "Article"
    assert route("/world/budget-debated/")["location"].endswith("/world/budget/")
    assert Redirect.objects.count() == 1


def test_everything_below_a_renamed_section_is_still_found(route):
    article = story()
    rename(article.get_parent(), "abroad")

    assert route("/world/")["location"].endswith("/abroad/")
    assert route("/world/budget/")["location"].endswith("/abroad/budget/")


def test_a_moved_section_takes_its_old_addresses_along(route):
    article, target = story(), make_section(slug="news")
    article.get_parent().move(Page.objects.get(pk=target.pk), pos="last-child")

    assert route("/world/budget/")["location"].endswith("/news/world/budget/")


def test_renaming_a_section_costs_the_same_statements_however_much_it_holds():
    def statements(articles):
        section = make_section()
        for _ in range(articles):
            make_article(section=section)
        with CaptureQueriesContext(connection) as captured:
            rename(section, f"{section.slug}-renamed")
        return len([each for each in captured if "wagtailredirects_redirect" in each["sql"]])

    assert statements(1) == statements(12)


def test_the_name_of_a_draft_is_nobodys_old_address(route):
    article = story(live=False, first_published_at=None)
    draft = Page.objects.get(pk=article.pk).specific
    draft.slug = "other"
    with TestCase.captureOnCommitCallbacks(execute=True):
        draft.save()

    assert route("/world/budget/") is None
    assert not Redirect.objects.exists()


def test_an_article_in_another_language_is_redirected_below_its_language(route):
    urdu = Locale.objects.get_or_create(language_code="ur")[0]
    front_page = make_front_page().copy_for_translation(urdu)
    front_page.save_revision().publish()
    section = make_section(parent=front_page, slug="دنیا")
    article = make_article(section=section, slug="سیلاب-کی-خبریں")
    rename(article, "بجٹ")

    assert route("/ur/دنیا/بجٹ/")["path"] == "/ur/دنیا/بجٹ/"
    assert route("/ur/%D8%AF%D9%86%DB%8C%D8%A7/%D8%A8%D8%AC%D9%B9/")["__typename"] == "Article"
    location = route("/ur/دنیا/سیلاب-کی-خبریں/")["location"]
    assert location == f"{FRONT_END}/ur/%D8%AF%D9%86%DB%8C%D8%A7/%D8%A8%D8%AC%D9%B9/"


def test_redirects_made_by_hand_are_followed_to_their_end(route):
    article = story()
    by_hand("/a/", f"{FRONT_END}/b/")
    by_hand("/b/", "/c/", is_permanent=False)
    by_hand("/c/", page=article)

    assert route("/a/") == {
        "__typename": "Redirect",
        "location": f"{FRONT_END}/world/budget/",
        "permanent": False,
    }


def test_a_redirect_may_leave_the_site_and_take_a_query(route):
    by_hand("/shop/", "https://shop.example/")
    by_hand("/story.php?id=5", "/tags/ferries/")

    assert route("/shop/")["location"] == "https://shop.example/"
    assert route("/shop/?from=menu")["location"] == "https://shop.example/"
    assert route("/story.php?id=5")["location"] == "/tags/ferries/"
    assert route("/story.php?id=6") is None


@pytest.mark.parametrize("path", ["/x", "//[x/", "/%00/", "", "https://elsewhere.example/"])
def test_nothing_stands_at_what_is_no_address(route, path):
    assert route(path) is None


def test_redirects_in_a_circle_lead_nowhere(route):
    by_hand("/a/", "/b/")
    by_hand("/b/", "/a/")
    by_hand("/self/", f"{FRONT_END}/self/")

    assert route("/a/") is None
    assert route("/self/") is None


def test_a_redirect_to_an_address_does_not_name_a_page_that_is_hidden(route):
    story(live=False, first_published_at=None)
    by_hand("/a/", f"{FRONT_END}/world/budget/")

    assert route("/a/") is None


def test_an_article_that_was_renamed_and_taken_back_is_gone_at_both_addresses(route):
    article = story()
    rename(article, "budget-passed")
    Page.objects.get(pk=article.pk).specific.unpublish()

    assert route("/world/budget-passed/")["__typename"] == "Gone"
    assert route("/world/budget/")["__typename"] == "Gone"


def test_a_retracted_article_offers_what_replaces_it_while_readers_may_see_that(ask, admin_user):
    asked = 'query { route(path: "/world/budget/") { ... on Gone { reason replacedBy { title path } } } }'
    article, better = (
        story(),
        make_article(title="Budget, again", slug="again", section=make_section(slug="news")),
    )
    retract(article, reason="It was another budget.", user=admin_user, replaced_by=better)

    offered = ask(asked)["route"]
    Page.objects.get(pk=better.pk).specific.unpublish()
    hidden = ask(asked)["route"]

    assert offered == {
        "reason": "It was another budget.",
        "replacedBy": {"title": "Budget, again", "path": "/news/again/"},
    }
    assert hidden == {"reason": "It was another budget.", "replacedBy": None}


def test_an_article_still_under_embargo_is_not_said_to_be_gone(route):
    article = story(embargo_until=timezone.now() + timedelta(hours=1))
    rename(article, "budget-passed")

    assert route("/world/budget/") is None


class TestTheFormInTheAdmin:
    @pytest.fixture
    def refused(self, admin_client):
        """Send the form for a redirect; return the errors it came back with, none when it was taken."""
        SiteSettings.for_site(Site.objects.get(is_default_site=True))

        def send(**fields):
            response = admin_client.post(reverse("wagtailredirects:add"), {"is_permanent": "on", **fields})
            return response.context["form"].errors if response.status_code == 200 else {}

        return send

    def test_takes_a_redirect_that_ends_somewhere(self, front_page, refused):
        by_hand("/b/", f"{FRONT_END}/c/")

        assert not refused(old_path="/a/", redirect_link=f"{FRONT_END}/b/")
        assert Redirect.objects.filter(old_path="/a").exists()

    def test_refuses_one_that_leads_to_itself(self, front_page, refused):
        assert "redirect_link" in refused(old_path="/a", redirect_link=f"{FRONT_END}/a/")

    def test_refuses_one_that_leads_back_by_way_of_others(self, front_page, refused):
        by_hand("/b/", f"{FRONT_END}/c/")
        by_hand("/c/", f"{FRONT_END}/a/")

        assert "redirect_link" in refused(old_path="/a/", redirect_link=f"{FRONT_END}/b/")

    def test_refuses_one_from_the_address_that_a_page_has(self, front_page, refused):
        article = story()

        assert "redirect_page" in refused(old_path="/world/budget/", redirect_page=article.pk)
