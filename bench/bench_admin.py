"""How long the admin's pages take with many articles: those that an editor opens all day, without a network.

`make bench-parts ARTICLES=10000` measures it with everything else; `DATABASE_URL` names the database server. Filling
takes minutes: a test database that holds as many articles is left as it is. One process, warm; the first page that it
shows is told apart.
"""

import os
import statistics
import time
from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.invented import InventedNewsroom
from news.models import Article, Section
from tests.builders import make_banner, make_image

ARTICLES = int(os.environ.get("ARTICLES", "1000"))
ROUNDS = 7
HEADER = f"{'':<36}{'p50 ms':>8}{'most ms':>9}{'CPU ms':>8}{'SQL':>6}{'kB':>7}"


@dataclass(frozen=True, slots=True)
class Visit:
    """What one page took: milliseconds by the clock, and of this process's work, the database's left out."""

    waited: float
    worked: float


@pytest.mark.django_db
def test_how_long_the_pages_of_the_admin_take(capsys, settings):
    if Article.objects.count() < ARTICLES:
        fill()
    client, pages = editor(), addresses()
    first = visit(client, pages["list of articles"])

    with capsys.disabled():
        print(f"\n{Article.objects.count()} articles on {connection.vendor}")  # noqa: T201
        print(f"The first page of all, the list of articles: {first.waited:.0f} ms\n{HEADER}")  # noqa: T201
        for name, address in pages.items():
            report(name, client, address)


def fill() -> None:
    """Make the invented newsroom, with a banner on air."""
    InventedNewsroom().write(ARTICLES)
    make_banner()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def editor() -> Client:
    """Return the browser of an editor who also belongs to the flash desk."""
    user = User.objects.create_user("editor")
    user.groups.set(Group.objects.filter(name__in=["Editors", "Flash desk"]))
    client = Client()
    client.force_login(user)
    return client


def addresses() -> dict[str, str]:
    """Return what is opened: about the section that holds most, and a story in the middle of it."""
    section = max(Section.objects.all(), key=lambda each: each.numchild)
    stories = Article.objects.child_of(section).order_by("-display_date")
    article = stories[stories.count() // 2]
    Article.objects.filter(pk=article.pk).update(hero_image=make_image(), hero_alt="Two boats")
    word = article.title.split()[-1]
    listing = reverse("articles:index")
    return {
        "list of articles": listing,
        "narrowed to a section": f"{listing}?section={section.pk}",
        "its search": f"{listing}?q={word}",
        "its last page": f"{listing}?p={-(-Article.objects.count() // 50)}",
        f"explorer of {stories.count()} articles": reverse("wagtailadmin_explore", args=[section.pk]),
        "editor of an article": reverse("wagtailadmin_pages:edit", args=[article.pk]),
        "new article": reverse("wagtailadmin_pages:add", args=["news", "article", section.pk]),
        "dashboard": reverse("wagtailadmin_home"),
        "flash desk": reverse("flash_desk"),
        "report of what waits": reverse("waiting_report"),
    }


def report(name: str, client: Client, address: str) -> None:
    """Print how long a page took once the process was warm, what it asked the database, and its size."""
    visit(client, address)
    visits = [visit(client, address) for _ in range(ROUNDS)]
    with CaptureQueriesContext(connection) as statements:
        size = len(client.get(address).content) / 1000
    waited = [each.waited for each in visits]
    worked = statistics.median(each.worked for each in visits)
    print(  # noqa: T201
        f"{name:<36}{statistics.median(waited):>8.0f}{max(waited):>9.0f}{worked:>8.0f}{len(statements):>6}{size:>7.0f}"
    )


def visit(client: Client, address: str) -> Visit:
    """Open a page, and see that it is the page."""
    started, worked = time.perf_counter(), time.process_time()
    answer = client.get(address)
    taken = Visit((time.perf_counter() - started) * 1000, (time.process_time() - worked) * 1000)
    assert answer.status_code == 200, address
    return taken
