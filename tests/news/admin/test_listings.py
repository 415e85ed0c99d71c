"""Lists of articles and banners: what they show, how they are narrowed down, what they cost."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupPagePermission

from cms.admin import paginator
from tests.builders import (
    make_article,
    make_banner,
    make_contributor,
    make_front_page,
    make_section,
    make_source,
)


def listed(response) -> list[str]:
    """Return the titles in a list, in its order."""
    return [page.title for page in response.context["object_list"]]


def row_of(response, title: str) -> str:
    """Return the row of a title as text."""
    rows = response.content.decode().split("<tr")
    return next(row for row in rows if title in row)


def test_an_article_is_listed_with_its_section_byline_date_and_state(editor):
    make_article(
        title="Ferries stay in port",
        section=make_section(title="Harbour"),
        contributors=[make_contributor(name="Leila Noor"), make_contributor(name="Owen Pell")],
        display_date=datetime(2026, 3, 4, 17, 30, tzinfo=UTC),
        live=False,
    )

    row = row_of(editor.get("/admin/articles/"), "Ferries stay in port")

    assert "Harbour" in row
    assert "Leila Noor, Owen Pell" in row
    assert "4 Mar 2026, 17:30" in row
    assert "draft" in row


def test_articles_are_listed_by_display_date_the_newest_first(editor):
    now = timezone.now()
    for days in (2, 1, 3):
        make_article(title=f"{days} days old", display_date=now - timedelta(days=days))

    assert listed(editor.get("/admin/articles/")) == ["1 days old", "2 days old", "3 days old"]


def test_an_embargo_shows_in_the_list(editor):
    make_article(title="Budget", embargo_until=timezone.now() + timedelta(hours=1))

    row = row_of(editor.get("/admin/articles/"), "Budget")

    assert "under embargo" in row


@pytest.fixture
def wanted(db):
    """One article that every narrowing of the tests below finds, and one that none finds."""
    politics = make_section(title="Politics")
    make_article(
        title="Council passes budget",
        section=make_section(title="County", parent=politics),
        contributors=[make_contributor(name="Leila Noor")],
        sources=[make_source(name="Halyard News Agency")],
        tags=["Council tax"],
        kind="analysis",
        display_date=datetime(2026, 3, 4, 12, tzinfo=UTC),
        embargo_until=timezone.now() + timedelta(days=1),
    )
    make_article(title="Council of owls", display_date=datetime(2026, 3, 8, 12, tzinfo=UTC))
    return politics


@pytest.mark.parametrize(
    "narrowing",
    [
        "section={section}",
        "state=embargoed",
        "kind=analysis",
        "contributor=noor",
        "source=halyard",
        "tag=council",
        "display_date_from=2026-03-03&display_date_to=2026-03-05",
    ],
)
@pytest.mark.parametrize("search", ["", "&q=council"])
def test_articles_are_narrowed_down_with_and_without_searching(editor, wanted, narrowing, search):
    response = editor.get(f"/admin/articles/?{narrowing.format(section=wanted.pk)}{search}")

    assert listed(response) == ["Council passes budget"]


def test_every_state_can_be_asked_for_and_finds_its_own(editor, make_member):
    soon = timezone.now() + timedelta(days=1)
    make_article(title="live")
    make_article(title="embargoed", embargo_until=soon)
    make_article(title="changed", has_unpublished_changes=True)
    make_article(title="draft", live=False)
    make_article(title="expired", live=False, expired=True)
    scheduled = make_article(title="scheduled", live=False, go_live_at=soon)
    scheduled.save_revision().publish()
    moderated = make_article(title="moderation", live=False)
    moderated.save_revision()
    moderated.get_workflow().start(moderated, make_member("Reporters"))

    found = {
        state: set(listed(editor.get(f"/admin/articles/?state={state}")))
        for state in ("live", "embargoed", "changed", "draft", "expired", "scheduled", "moderation")
    }

    assert found == {
        "live": {"live", "changed"},
        "embargoed": {"embargoed"},
        "changed": {"changed"},
        "draft": {"draft", "moderation"},
        "expired": {"expired"},
        "scheduled": {"scheduled"},
        "moderation": {"moderation"},
    }


def test_banners_are_listed_with_their_window_sections_and_state(editor):
    now = timezone.now()
    section = make_section(title="Harbour")
    make_banner(title="Fire", sections=[section])
    make_banner(title="Fair", starts_at=now + timedelta(hours=1), ends_at=now + timedelta(hours=2))
    make_banner(title="Flood", starts_at=now - timedelta(hours=2), ends_at=now - timedelta(hours=1))

    response = editor.get("/admin/banners/")

    assert listed(response) == ["Fair", "Fire", "Flood"]
    assert "On air" in row_of(response, "Fire")
    assert "Harbour" in row_of(response, "Fire")
    assert "Coming" in row_of(response, "Fair")
    assert "Everywhere" in row_of(response, "Fair")
    assert "Over" in row_of(response, "Flood")


@pytest.mark.parametrize(
    "narrowing", ["state=on_air", "severity=breaking", "section={section}", "starts_at_from={today}"]
)
@pytest.mark.parametrize("search", ["", "&q=harbour"])
def test_banners_are_narrowed_down_with_and_without_searching(editor, narrowing, search):
    now = timezone.now()
    section = make_section()
    make_banner(title="Harbour fire", severity="breaking", sections=[section], starts_at=now)
    make_banner(title="Harbour fair", starts_at=now - timedelta(days=3), ends_at=now - timedelta(days=2))

    asked = narrowing.format(section=section.pk, today=(now - timedelta(days=1)).date())

    assert listed(editor.get(f"/admin/banners/?{asked}{search}")) == ["Harbour fire"]


def test_a_long_list_says_that_it_is_longer_than_it_was_counted(editor, monkeypatch):
    monkeypatch.setattr(paginator, "COUNTED", 2)
    section = make_section()
    for _ in range(4):
        make_article(section=section)

    response = editor.get("/admin/articles/")

    assert "of more than 2 articles" in response.content.decode()
    assert "narrow down to see the others" in response.content.decode()
    assert len(listed(response)) == 2


def test_a_member_who_reaches_one_section_lists_its_articles_only(sign_in, make_member):
    harbour, town = make_section(), make_section()
    make_article(title="Ferries", section=harbour)
    make_article(title="Fountain", section=town)
    correspondents = Group.objects.create(name="Harbour correspondents")
    correspondents.permissions.add(Permission.objects.get(codename="access_admin"))
    add = Permission.objects.get(content_type__app_label="wagtailcore", codename="add_page")
    GroupPagePermission.objects.create(group=correspondents, page=harbour, permission=add)

    response = sign_in("Harbour correspondents").get("/admin/articles/")

    assert listed(response) == ["Ferries"]


def test_an_articles_place_in_the_tree_shows_bylines_and_kinds(editor):
    section = make_section()
    make_section(title="Islands", parent=section)
    make_article(
        title="Ferries", section=section, kind="feature", contributors=[make_contributor(name="Leila Noor")]
    )

    response = editor.get(f"/admin/pages/{section.pk}/")

    assert "Leila Noor" in row_of(response, "Ferries")
    assert "Feature" in row_of(response, "Ferries")
    assert "Section" in row_of(response, "Islands")


def test_the_front_page_lists_sections_in_the_readers_order(editor):
    for title in ("Politics", "Business", "Sport"):
        make_section(title=title)

    assert listed(editor.get(f"/admin/pages/{make_front_page().pk}/")) == ["Politics", "Business", "Sport"]


def statements(client, address: str) -> int:
    """Return how many SQL statements a page takes, once caches are warm."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("group", ["Reporters", "Editors", "Managers"])
@pytest.mark.parametrize(
    "address", ["/admin/articles/", "/admin/articles/?q=article", "/admin/pages/{section}/"]
)
def test_a_list_of_articles_costs_the_same_however_long_it_is(sign_in, make_member, group, address):
    user, section = make_member(group), make_section()
    client, address = sign_in(user=user), address.format(section=section.pk)

    def add(articles: int) -> int:
        for number in range(articles):
            make_article(section=section, owner=user, live=number % 2 == 0, tags=["harbour"])
        return statements(client, address)

    assert add(2) == add(10)


@pytest.mark.parametrize("address", ["/admin/banners/", "/admin/flash-desk/", "/admin/"])
def test_a_list_of_banners_costs_the_same_however_long_it_is(editor, address):
    section, article = make_section(), make_article()

    def add(banners: int) -> int:
        for _ in range(banners):
            headline = {"kicker": "", "text": "Ferries", "article": article.pk, "url": ""}
            make_banner(headlines=[headline], sections=[section])
        return statements(editor, address)

    assert add(2) == add(8)
