"""Contributors, sources and tags: found by name, with how much hangs on each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ReferenceIndex

from news.models import Contributor
from tests.builders import make_article, make_contributor, make_source


@pytest.mark.parametrize(
    ("record", "parameter", "name"),
    [
        ("contributor", "contributor", "Leila Noor"),
        ("source", "source", "Halyard"),
        ("tag", "tag", "Ferries"),
    ],
)
def test_a_record_is_found_with_its_articles_one_click_away(sign_in, record, parameter, name):
    client = sign_in("Managers")
    leila, halyard = make_contributor(name="Leila Noor"), make_source(name="Halyard")
    for title in ("First", "Second"):
        make_article(title=title, contributors=[leila], sources=[halyard], tags=["Ferries"])
    make_article(title="Third")

    response = client.get(f"/admin/snippets/news/{record}/?q={name[:4]}")

    (found,) = response.context["object_list"]
    link = f"/admin/articles/?{parameter}={name.replace(' ', '+')}"
    assert (str(found), found.article_total) == (name, 2)
    assert f'href="{link}" aria-label="2 articles of {name}"' in response.content.decode()
    assert {page.title for page in client.get(link).context["object_list"]} == {"First", "Second"}


@pytest.mark.parametrize("record", ["contributor", "source", "tag"])
def test_the_usage_of_a_record_is_shown(sign_in, record):
    article = make_article(
        title="Ferries stay", contributors=[make_contributor()], sources=[make_source()], tags=["Ferries"]
    )
    thing = {
        "contributor": article.bylines.get().contributor,
        "source": article.source_credits.get().source,
        "tag": article.tags.get(),
    }[record]

    response = sign_in("Managers").get(f"/admin/snippets/news/{record}/usage/{thing.pk}/")

    assert "Ferries stay" in response.content.decode()


def test_a_list_of_contributors_costs_the_same_however_long_it_is(sign_in):
    client = sign_in("Editors")

    def add(contributors: int) -> int:
        for _ in range(contributors):
            make_article(contributors=[make_contributor()])
        client.get("/admin/snippets/news/contributor/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/admin/snippets/news/contributor/")
        return len(captured)

    assert add(2) == add(8)


def test_a_contributor_is_made_from_a_name_and_an_address(sign_in):
    form = {"name": "Leila Noor", "slug": "leila-noor", "kind": "person", "biography": "", "user": ""}

    sign_in("Editors").post("/admin/snippets/news/contributor/add/", {**form, "action-publish": "publish"})

    assert Contributor.objects.get(slug="leila-noor").live


def test_an_article_that_carries_a_tag_is_not_said_to_use_itself(db):
    article = make_article(tags=["Ferries"])

    assert not ReferenceIndex.get_references_to(article).exists()
