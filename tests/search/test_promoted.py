"""What the newsroom puts first for certain words: first, marked, counted, and never shown where it is hidden."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse

from search.models import PromotedResult
from tests.builders import make_article, make_section
from tests.search.test_order import walk

PROMOTED = (
    "query ($text: String!) { search(query: $text) { totalCount nodes { isPromoted article { title } } } }"
)


@pytest.fixture
def stories(front_page):
    """Three stories on pools, and one that says nothing of them."""
    section = make_section(title="City")
    for number in range(3):
        make_article(section=section, title=f"Pool {number} opens")
    return {"times": make_article(section=section, title="When to swim"), "section": section}


def test_a_promoted_article_comes_first_for_its_words_and_for_no_others(stories, ask):
    PromotedResult.objects.create(query="Pool opens!", article=stories["times"])

    found = ask(PROMOTED, text="pool ÓPENS")["search"]

    assert found["totalCount"] == 4
    assert found["nodes"][0] == {"isPromoted": True, "article": {"title": "When to swim"}}
    assert not any(each["isPromoted"] for each in found["nodes"][1:])
    assert ask(PROMOTED, text="pool")["search"]["totalCount"] == 3


def test_several_come_in_their_places(stories, titles):
    second = make_article(section=stories["section"], title="Where to swim")
    PromotedResult.objects.create(query="pool", article=second, place=2)
    PromotedResult.objects.create(query="pool", article=stories["times"], place=1)

    assert titles("pool")[:2] == ["When to swim", "Where to swim"]


def test_a_hidden_article_is_not_promoted(stories, search):
    PromotedResult.objects.create(query="pool", article=stories["times"])

    stories["times"].unpublish()

    assert search("pool")["totalCount"] == 3
    assert all(each["article"]["title"].startswith("Pool") for each in search("pool")["nodes"])


def test_filters_and_other_orders_hold_for_what_is_promoted(stories, titles):
    PromotedResult.objects.create(query="pool", article=stories["times"])

    assert "When to swim" not in titles("pool", where={"kinds": ["OPINION"]})
    assert "When to swim" not in titles("pool", orderBy="NEWEST")


def test_a_walk_goes_on_as_it_began_when_promotion_ends(stories, search):
    for number in range(3, 7):
        make_article(section=stories["section"], title=f"Pool {number} opens")
    PromotedResult.objects.create(query="pool", article=stories["times"])

    found = walk(search, "pool", lambda: PromotedResult.objects.all().delete())

    assert found[0] == "When to swim"
    assert sorted(found) == sorted({*found})
    assert len(found) == 8


def test_an_article_is_promoted_once_for_the_same_words(stories):
    PromotedResult.objects.create(query="pool", article=stories["times"])

    with pytest.raises(ValidationError, match="promoted for these words already"):
        PromotedResult(query="POOL?", article=stories["times"]).full_clean()


def test_editors_promote_in_the_admin_and_reporters_do_not(stories, client, django_user_model):
    form = {"query": "Swimming times", "article": stories["times"].pk, "place": 1}
    add = reverse(PromotedResult.snippet_viewset.get_url_name("add"))
    for name, allowed in (("Reporters", False), ("Editors", True)):
        user = django_user_model.objects.create_user(name.lower())
        user.groups.add(Group.objects.get(name=name))
        client.force_login(user)

        client.post(add, form)

        assert PromotedResult.objects.filter(folded="swimming times").exists() is allowed
    listing = client.get(reverse(PromotedResult.snippet_viewset.get_url_name("list")))
    assert b"Swimming times" in listing.content
