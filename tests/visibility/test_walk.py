"""Nothing hidden stands in any answer, whatever is asked; and the walk that says so would notice."""

import pytest
from django.db.models import Q
from wagtail.models import Page

from cms.graphql import resolvers
from cms.graphql.resolvers import Resolution
from cms.graphql.statements import _written
from cms.models import Document, Image
from cms.visibility import Visibility
from news.models import Section
from tests.visibility import unguarded
from tests.visibility.addresses import everything_in, patterns, public_addresses
from tests.visibility.questions import DEPTH
from tests.visibility.walk import LIMITS, Walk

pytestmark = pytest.mark.django_db


@pytest.fixture
def walk(newsroom, client, settings):
    """Return a walk over the API at an address; no SQL is remembered that was written with other guards."""
    _written.cache_clear()
    settings.GRAPHQL_LIMITS = LIMITS
    settings.ROOT_URLCONF = "tests.visibility.unguarded"
    unguarded.unguarded.__dict__.pop("documents", None)  # plans know the resolvers they were made with
    yield lambda address="/graphql/": Walk(client, newsroom.words, newsroom.handles(), address)
    _written.cache_clear()


# What a walk that reaches anything comes across.
REACHED = {
    ("Article", "standfirst"),
    ("Article", "hero"),
    ("Article", "related"),
    ("ParagraphBlock", "html"),
    ("Image", "rendition"),
    ("Contributor", "photo"),
    ("Section", "introduction"),
    ("FlashItem", "text"),
    ("Query", "preview"),
}


def test_nothing_hidden_stands_in_any_answer_of_the_api(walk, newsroom):
    seen = walk().everything()

    assert seen.failures == {}
    assert seen.leaks == {}
    assert REACHED - seen.filled == set()
    assert DEPTH >= 4
    assert seen.paths > 5_000
    assert len(newsroom.words.canaries) > 2_000


LIFTED = {
    "articles": ("page_condition", lambda self, model: Q()),
    "contributor": ("records", lambda self, model: model._default_manager.all()),
    "article": ("files", lambda self, model: model._default_manager.all()),
    "flash": ("page_condition", lambda self, model: Q()),
    "sections": ("holders", lambda self, model: [*model.objects.values_list("pk", flat=True)]),
    "route": ("_in_open_place", lambda self: Q()),
}


@pytest.mark.parametrize("root", LIFTED)
def test_the_walk_notices_when_a_guard_is_lifted(walk, monkeypatch, root):
    monkeypatch.setattr(Visibility, *LIFTED[root])

    assert walk("/unguarded/").first_leak(root)


def test_the_walk_notices_an_edge_that_asks_nobody(walk, monkeypatch):
    def unguarded_sections(articles, selection):
        everywhere = Section.objects.values(*{"id", *selection.columns("Section")})
        return [list(everywhere) for _ in articles]

    monkeypatch.setitem(
        resolvers._resolutions,
        "Article.other_sections",
        Resolution(unguarded_sections, ()),
    )

    assert any("Section" in meaning for meaning in walk("/unguarded/").first_leak("articles"))


def test_the_walk_notices_a_new_field_without_being_told(walk):
    assert any("Article.editors_note" in meaning for meaning in walk("/careless/").first_leak("articles"))


def facts_of(newsroom):
    """Return what names each hidden thing, and a visible one or two."""
    paths = newsroom.handles()["path"]
    facts = [[code] for code in newsroom.handles()["locale"]]
    facts += [[path] for path in paths if path.startswith("/old/")]
    for thing in [*newsroom.hidden, *newsroom.visible]:
        names = [thing.pk, *(getattr(thing, name, None) for name in ("slug", "filename", "file"))]
        facts.append([name for name in names if name])
    return facts


def test_nothing_hidden_stands_at_any_public_address(newsroom, client):
    asked, leaks = 0, {}
    for address in public_addresses(facts_of(newsroom)):
        asked += 1
        text = everything_in(client.get(address))
        # An address that is repeated, as in a redirect to a log-in, tells nobody what they did not know.
        for canary in newsroom.words.canaries_in(text, besides=address):
            leaks.setdefault(canary, address)

    assert leaks == {}
    assert asked > 100
    assert {pattern for pattern, _ in patterns()} >= {"graphql/", "media/%(name)s", "sitemap.xml"}


def test_a_file_in_a_closed_collection_has_no_address_that_works(newsroom, client):
    closed = [thing for thing in newsroom.hidden if isinstance(thing, Document | Image)]

    assert len(closed) == 18
    for thing in closed:
        addresses = [thing.file.url, thing.url] if isinstance(thing, Document) else [thing.file.url]
        assert {client.get(address).status_code for address in addresses} == {404}


def test_every_hidden_thing_is_really_there(newsroom):
    pages = [thing for thing in newsroom.hidden if isinstance(thing, Page)]

    assert Page.objects.filter(pk__in=[page.pk for page in pages]).count() == len(pages) > 50
