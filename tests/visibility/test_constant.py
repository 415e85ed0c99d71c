"""The policy costs a constant number of statements a request, whatever the size of the answer."""

import json
import sys

import pytest
from django.core.cache import cache
from django.db import connection
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from bench.questions import MASTHEAD, Place, masthead_body
from cms import memory
from cms.graphql import resolvers
from cms.graphql.resolvers import Resolution
from cms.graphql.schema import get_schema
from cms.urls import endpoint
from cms.visibility import Visibility
from news.models import Article, Section
from tests.builders import make_article, make_contributor, make_front_page, make_image, make_section
from tests.documents import DOCUMENTS
from tests.news.schema.test_statements import make_newsroom
from tests.visibility.questions import Questions
from tests.visibility.walk import LIMITS

pytestmark = pytest.mark.django_db(transaction=True)

# Two looks at the log of changes (for the kept answers, and for the state that an answer is made of), and the places
# that decide about others, where memory does not hold them.
MOST_STATEMENTS_OF_THE_POLICY = 3
POLICY = ("cms/visibility.py", "cms/answers/movements.py")
SIZES = {10: 1, 60: 12}  # articles: sections


def make_sized_newsroom(articles):
    """Make a newsroom of so many articles, with everything that closes places; return an article's path."""
    for page in make_front_page().get_children():
        page.delete()
    sections, writer, image = SIZES[articles], make_contributor(), make_image()
    path = make_newsroom(1)
    places = [Section.objects.get(slug="section-no-0"), *(make_section() for _ in range(sections - 1))]
    for number in range(articles - 2):
        make_article(
            section=places[number % sections],
            contributors=[writer],
            tags=["Everywhere"],
            hero_image=image,
            hero_alt="A boat",
        )
    for number in range(sections // 3 + 1):
        closed = make_section(slug=f"closed-{number}")
        PageViewRestriction.objects.create(page=closed, restriction_type="login")
        collection = Collection.get_first_root_node().add_child(name=f"Closed {number}")
        CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    make_article(section=closed)
    make_section(slug="aliased").create_alias(update_slug="alias")
    return path


def questions(path):
    """Yield the bodies of the front ends' questions, and of documents that follow every edge of every root."""
    section = path.removesuffix("second/")
    place = Place(path, "", section, "", 0, None, "", "words")
    yield from ((name, json.loads(masthead_body(name, place))) for name in MASTHEAD)
    for name, document in DOCUMENTS.items():
        yield name, {"query": document, "variables": {"path": path} if "$path" in document else {}}
    handles = {
        "path": [path], "slug": ["everywhere"], "locale": ["en"], "alternatives": ["words"], "beginning": ["ev"],
        "token": [""],
    }  # fmt: skip
    every_edge = Questions(get_schema(), handles)
    for root in every_edge.roots():
        variables = next(every_edge.required(root), {})
        if "path" in every_edge.roots()[root].args:
            variables |= {"path": section if root == "section" else path}
        yield f"all of {root}", {"query": every_edge.glance(root, steps=3), "variables": variables}


def asked_by_the_policy():
    """Return whether a statement is asked from within the policy's own modules."""
    frame = sys._getframe()
    while frame is not None:
        if frame.f_code.co_filename.endswith(POLICY):
            return True
        frame = frame.f_back
    return False


def statements(client, body):
    """Ask what nothing is remembered of; return how many statements that took, and how many the policy's own."""
    memory._kept_by_all.clear()
    for question in list(endpoint.answers.memory._answers):
        endpoint.answers.memory.forget(question)
    all_of_them, own = [], []

    def count(execute, sql, params, many, context):
        all_of_them.append(sql)
        if asked_by_the_policy():
            own.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        response = client.post("/graphql/", json.dumps(body), content_type="application/json")
    assert response.status_code == 200
    return len(all_of_them), len(own)


def counted(client, articles):
    """Return the statements of every question in a newsroom of a size."""
    cache.clear()
    path = make_sized_newsroom(articles)
    asked = dict(questions(path))
    for body in asked.values():  # content types and plans are remembered for good
        statements(client, body)
    return {name: statements(client, body) for name, body in asked.items()}


def test_the_policy_costs_a_constant_whatever_there_is(client, settings):
    settings.GRAPHQL_LIMITS = LIMITS

    small, large = counted(client, 10), counted(client, 60)

    own = {name: policys for name, (_, policys) in large.items()}
    assert {
        name: count for name, count in own.items() if not 1 <= count <= MOST_STATEMENTS_OF_THE_POLICY
    } == {}
    assert own == {name: policys for name, (_, policys) in small.items()}
    assert [large[name] for name in MASTHEAD] == [small[name] for name in MASTHEAD]
    assert len(own) > 25


def a_policy_for_each(articles, selection):
    return [[] for _ in articles if Visibility().holders(Section)]


def a_question_for_each(articles, selection):
    policy = selection.context.visibility
    return [[] for article in articles if policy.pages(Article).filter(pk=article["id"]).exists()]


@pytest.mark.parametrize("careless", [a_policy_for_each, a_question_for_each])
def test_a_question_to_the_policy_for_each_row_is_noticed(client, monkeypatch, careless):
    monkeypatch.setitem(resolvers._resolutions, "Article.other_sections", Resolution(careless, ()))
    endpoint.__dict__.pop("documents", None)
    body = {"query": "{ articles(first: 100) { nodes { otherSections { title } } } }"}

    make_article()
    statements(client, body)
    one, _ = statements(client, body)
    for _ in range(9):
        make_article()
    statements(client, body)
    ten, own = statements(client, body)
    endpoint.__dict__.pop("documents", None)

    assert ten - one >= 9
    assert (own > MOST_STATEMENTS_OF_THE_POLICY) == (careless is a_policy_for_each)
