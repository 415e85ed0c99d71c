"""How far each group reaches: every kind of page in the admin, against every group."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.builders import (
    make_article,
    make_banner,
    make_contributor,
    make_document,
    make_flash_desk,
    make_front_page,
    make_image,
    make_section,
    make_source,
)

GROUPS = ("Reporters", "Editors", "Flash desk", "Managers")

# What each group may open: R(eporters), E(ditors), F(lash desk), M(anagers).
REACH = {
    "dashboard": "REFM",
    "account": "REFM",
    "flash desk": "REFM",
    "list of articles": "REFM",
    "list of banners": "REFM",
    "report of what waits": "REFM",
    "report of failures": "REFM",
    "page tree": "REFM",
    "new article": "R E M",
    "own article": "R E M",
    "somebody's article": "E M",
    "history of an article": "E M",
    "comparison of revisions": "E M",
    "moving an article": "E M",
    "deleting a live article": "E M",
    "unpublishing an article": "E M",
    "translating an article": "E M",
    "front page": "E M",
    "section": "E M",
    "new front page": "M",
    "new section": "M",
    "new flash desk": "M",
    "flash desk's page": "F M",
    "new banner": "F M",
    "banner": "F M",
    "announcing an article": "F M",
    "extending a banner": "F M",
    "taking a banner off air": "F M",
    "contributors": "E M",
    "new contributor": "E M",
    "contributor": "E M",
    "deleting a contributor": "M",
    "sources": "E M",
    "deleting a source": "M",
    "tags": "E M",
    "new tag": "E M",
    "images": "R E M",
    "new image": "R E M",
    "somebody's image": "E M",
    "documents": "R E M",
    "somebody's document": "E M",
    "collections": "M",
    "redirects": "M",
    "publication": "M",
    "newsroom": "M",
    "users": "",
    "groups": "",
    "workflows": "",
    "languages": "",
}


def addresses(member: User) -> dict[str, str]:
    """Return the addresses of every kind of page."""
    front_page, section, desk = make_front_page(), make_section(), make_flash_desk()
    article = make_article(section=section, tags=["Ferries"])
    article.save_revision(), article.save_revision()
    own = make_article(section=section, live=False, owner=member)
    return {
        **articles(section, article, own),
        **structure(front_page, section, desk),
        **banners(desk, article),
        **records(),
        **files(),
        "dashboard": reverse("wagtailadmin_home"),
        "account": reverse("wagtailadmin_account"),
        "flash desk": reverse("flash_desk"),
        "list of articles": reverse("articles:index"),
        "list of banners": reverse("banners:index"),
        "report of what waits": reverse("waiting_report"),
        "report of failures": reverse("scheduling_failures"),
        "page tree": reverse("wagtailadmin_explore_root"),
        "collections": reverse("wagtailadmin_collections:index"),
        "redirects": reverse("wagtailredirects:index"),
        "publication": reverse("wagtailsettings:edit", args=["cms", "sitesettings"]),
        "newsroom": reverse("wagtailsettings:edit", args=["news", "newssettings"]),
        "users": reverse("wagtailusers_users:index"),
        "groups": reverse("wagtailusers_groups:index"),
        "workflows": reverse("wagtailadmin_workflows:index"),
        "languages": reverse("wagtaillocales:index"),
    }


def of(page: Page, action: str) -> str:
    """Return the address of what is done with a page."""
    return reverse(f"wagtailadmin_pages:{action}", args=[page.pk])


def new(model: str, parent: Page) -> str:
    """Return the address at which a page is made."""
    return reverse("wagtailadmin_pages:add", args=["news", model, parent.pk])


def articles(section: Page, article: Page, own: Page) -> dict[str, str]:
    """Return the addresses of what is done with articles."""
    return {
        "new article": new("article", section),
        "own article": of(own, "edit"),
        "somebody's article": of(article, "edit"),
        "history of an article": of(article, "history"),
        "comparison of revisions": reverse(
            "wagtailadmin_pages:revisions_compare", args=[article.pk, "earliest", "latest"]
        ),
        "moving an article": of(article, "move"),
        "deleting a live article": of(article, "delete"),
        "unpublishing an article": of(article, "unpublish"),
        "translating an article": reverse("simple_translation:submit_page_translation", args=[article.pk]),
    }


def structure(front_page: Page, section: Page, desk: Page) -> dict[str, str]:
    """Return the addresses of what shapes the paper."""
    bare = front_page.add_sibling(instance=type(front_page)(title="Zeitung", slug="zeitung"))
    return {
        "front page": of(front_page, "edit"),
        "section": of(section, "edit"),
        "new front page": new("frontpage", Page.get_first_root_node()),
        "new section": new("section", front_page),
        "new flash desk": new("flashdesk", bare),
        "flash desk's page": of(desk, "edit"),
    }


def banners(desk: Page, article: Page) -> dict[str, str]:
    """Return the addresses of what is done with banners."""
    banner = make_banner()
    return {
        "new banner": new("flashbanner", desk),
        "banner": of(banner, "edit"),
        "announcing an article": reverse("flash_desk_announce", args=[article.pk]),
        "extending a banner": reverse("flash_desk_extend", args=[banner.pk]),
        "taking a banner off air": of(banner, "unpublish"),
    }


def records() -> dict[str, str]:
    """Return the addresses of contributors, sources and tags."""
    contributor, source = make_contributor(), make_source()

    def of(model: str, action: str, *keys: int) -> str:
        return reverse(f"wagtailsnippets_news_{model}:{action}", args=keys)

    return {
        "contributors": of("contributor", "list"),
        "new contributor": of("contributor", "add"),
        "contributor": of("contributor", "edit", contributor.pk),
        "deleting a contributor": of("contributor", "delete", contributor.pk),
        "sources": of("source", "list"),
        "deleting a source": of("source", "delete", source.pk),
        "tags": of("tag", "list"),
        "new tag": of("tag", "add"),
    }


def files() -> dict[str, str]:
    """Return the addresses of images and documents."""
    return {
        "images": reverse("wagtailimages:index"),
        "new image": reverse("wagtailimages:add"),
        "somebody's image": reverse("wagtailimages:edit", args=[make_image().pk]),
        "documents": reverse("wagtaildocs:index"),
        "somebody's document": reverse("wagtaildocs:edit", args=[make_document().pk]),
    }


def is_let_in(client: Client, address: str) -> bool:
    """Return whether a page opens. Wagtail sends whoever may not see one to the dashboard."""
    response = client.get(address)
    if response.status_code in {403, 404}:
        return False
    refused = {reverse("wagtailadmin_home"), reverse("wagtailadmin_login")}
    return response.status_code == 200 or response["Location"].split("?")[0] not in refused


@pytest.mark.parametrize("group", GROUPS)
def test_each_group_opens_what_it_may_and_nothing_else(make_member, sign_in, group):
    member = make_member(group)
    pages = addresses(member)
    client = sign_in(user=member)

    opened = {name for name, address in pages.items() if is_let_in(client, address)}

    assert pages.keys() == REACH.keys()
    assert opened == {name for name, letters in REACH.items() if group[0] in letters}


def test_whoever_belongs_to_no_group_opens_nothing(sign_in, make_member):
    stranger = make_member()
    pages = addresses(stranger)
    client = sign_in(user=stranger)

    assert not {name for name, address in pages.items() if is_let_in(client, address)}
