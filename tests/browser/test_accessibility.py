"""axe-core finds nothing serious in the pages and panels that are ours."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group
from django.urls import reverse
from playwright.sync_api import Page

from news.models import Article
from tests.builders import make_article, make_banner, make_image

GRAVE = {"serious", "critical"}
UNFINISHED = [("paragraph", "<p>Venn stated [WHERE].</p>")]


def grave(desk: Page, within: str) -> list[str]:
    """Return what is seriously wrong within a part of the page: the rule, and where."""
    desk.wait_for_selector(within)
    looked_at = Axe().run(desk, context={"include": [[within]]}).response
    assert len(looked_at["passes"]) > 5
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in looked_at["violations"]
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]


def open_panel(desk: Page, article: Article) -> None:
    """Open what readers see beside an article's form, with the API's answer unfolded."""
    desk.goto(reverse("wagtailadmin_pages:edit", args=[article.pk]) + "?findings=1")
    desk.click("[data-side-panel-toggle=readers]")
    desk.locator(".newsroom-readers summary").first.click()


@pytest.mark.django_db(transaction=True)
def test_our_pages_and_panels_can_be_used_by_everybody(desk, ines, picture):
    ines.user.groups.add(Group.objects.get(name="Managers"))
    article = make_article(hero_image=make_image(), hero_alt="A harbour", title="Boats", tags=["Ferries"])
    article.body = UNFINISHED
    article.save_revision()
    banner = make_banner()

    pages = {
        "the dashboard": reverse("wagtailadmin_home"),
        "the flash desk": reverse("flash_desk"),
        "extending a banner": reverse("flash_desk_extend", args=[banner.pk]),
        "retracting": reverse("retract", args=[article.pk]),
        "shared previews": reverse("shared_previews", args=[article.pk]),
        "the list of articles": reverse("articles:index"),
        "the list of banners": reverse("banners:index"),
        "what waits": reverse("waiting_report"),
        "what failed": reverse("scheduling_failures"),
        "contributors": reverse("wagtailsnippets_news_contributor:list"),
    }
    wrong = {}
    for name, address in pages.items():
        desk.goto(address)
        wrong[name] = grave(desk, "main")
    open_panel(desk, article)
    picture("what-readers-see")
    wrong["what readers see"] = grave(desk, ".newsroom-readers")

    assert {name: found for name, found in wrong.items() if found} == {}
