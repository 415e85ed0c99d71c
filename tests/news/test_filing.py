"""Articles appear in their section, in those above it, and where else they are filed."""

import pytest
from wagtail.models import Page

from news.models import Article
from tests.builders import make_article, make_section

pytestmark = pytest.mark.django_db

TITLES = """query ($id: ID) { section(id: $id) { articles { totalCount nodes { title } } } }"""


def titles_in(ask, section):
    return [node["title"] for node in ask(TITLES, id=section.pk)["section"]["articles"]["nodes"]]


def test_an_article_appears_in_the_sections_above_its_own(ask):
    world = make_section()
    asia = make_section(parent=world)
    make_article(section=asia, title="River crossed")

    assert titles_in(ask, world) == ["River crossed"]
    assert titles_in(ask, asia) == ["River crossed"]


def test_an_article_appears_once_where_it_is_also_filed(ask):
    world, business = make_section(), make_section()
    article = make_article(section=world, title="Trade route opened")
    article.other_sections = [business, world]
    article.save()

    assert titles_in(ask, business) == ["Trade route opened"]
    assert titles_in(ask, world) == ["Trade route opened"]


def test_a_moved_article_leaves_its_old_section(ask):
    world, business = make_section(), make_section()
    article = make_article(section=world, title="Port sold")

    article.move(business, pos="last-child")

    assert titles_in(ask, world) == []
    assert titles_in(ask, business) == ["Port sold"]
    assert Article.objects.get(pk=article.pk).home_section_id == business.pk


def test_a_moved_section_takes_its_articles_along(ask):
    world, business = make_section(), make_section()
    asia = make_section(parent=world)
    make_article(section=asia, title="River crossed")

    asia.move(Page.objects.get(pk=business.pk), pos="last-child")

    assert titles_in(ask, world) == []
    assert titles_in(ask, business) == ["River crossed"]
