"""New stories are made many at a time, and nobody can tell afterwards."""

import re
from collections import Counter

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.models import IndexEntry
from wagtail.signals import page_published, published

from news.importers import importing, new_stories
from news.importers.files import read_ninjs
from news.importers.importing import import_files
from news.importers.places import places_of_default_site
from news.models import Article, Contributor, Filing, ImportedItem, Section, Source, Tag
from search.models import IndexedArticle, Name, NameWord, Posting, Spelling
from tests.builders import make_section
from tests.news.importers.building import FIXTURES, html, write_item

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]

MOST_STATEMENTS_AN_ITEM = 18
OF_THE_MOMENT = {
    "id", "page_ptr", "path", "translation_key", "latest_revision", "live_revision", "latest_revision_created_at",
    "first_published_at", "last_published_at", "body",
}  # fmt: skip


class ThreeSaves:
    """Makes pages as Wagtail's own views do, in place of `NewPages`."""

    def __init__(self, model):
        self.model = model

    def add(self, page, parent, *, live):
        page.live = False
        parent.add_child(instance=page)
        revision = page.save_revision()
        if live:
            revision.publish()

    def finish(self):
        pass


def one_by_one(monkeypatch):
    monkeypatch.setattr(importing, "AT_ONCE", 1)


def in_three_saves(monkeypatch):
    monkeypatch.setattr(new_stories, "NewPages", ThreeSaves)


@pytest.fixture
def inbox(tmp_path):
    """Stories of every kind, in the order in which they come in."""
    (tmp_path / "a.json").write_bytes((FIXTURES / "harbour-2.json").read_bytes())
    write_item(
        tmp_path, "b.json", uri="urn:b", subjects=[{"name": "Ports"}], infosources=[{"name": "Reuters"}]
    )
    write_item(tmp_path, "c.json", uri="urn:c", by="Mona [NAME]", headlines=[{"value": "No such byline"}])
    write_item(tmp_path, "d.json", uri="urn:d", bodies=html("<p>It burnt [WHERE].</p>"), by="Owen Pellick")
    write_item(tmp_path, "e.json", uri="urn:e", subjects=[{"name": "Ports"}], by="Owen Pellick")
    write_item(tmp_path, "f.json", uri="urn:f", headlines=[{"value": " "}])
    write_item(tmp_path, "g.json", uri="urn:g", language="de", embargoed="2090-01-01T00:00:00Z")
    write_item(tmp_path, "h.json", uri="urn:b", version="2", bodies=html("<p>It closed at nine.</p>"))
    write_item(tmp_path, "i.json", uri="urn:i", subjects=[{"name": "Ferries"}], by="Mona Idris")
    return sorted(tmp_path.glob("*.json"))


def bring_in(files, *, publish=True):
    places = places_of_default_site("", is_published=publish)
    return list(import_files(files, read_ninjs, places))


def state():
    """Return what an import left behind, without keys and moments."""
    return {
        "articles": {
            (each.uri, part): value
            for each in ImportedItem.objects.select_related("article")
            for part, value in state_of(each.article).items()
        },
        "pages": Counter(Page.objects.values_list("url_path", "numchild", "live")),
        "records": Counter(str(each) for model in (Contributor, Source, Tag) for each in model.objects.all()),
        "spelling": Counter(Spelling.objects.values_list("key", "word")),
        "words": Counter(NameWord.objects.values_list("word", "kind", "day")),
    }


def state_of(article):
    return {**public(article), **history(article), **indexed(article)}


def public(article):
    columns = [field for field in article._meta.concrete_fields if field.name not in OF_THE_MOMENT]
    return {
        "row": {each.name: str(getattr(article, each.name)) for each in columns},
        "body": [(block["type"], block["value"]) for block in article.body.get_prep_value()],
        "bylines": [(str(each.contributor), each.role) for each in article.bylines.all()],
        "sources": [str(each.source) for each in article.source_credits.all()],
        "tags": Counter(tag.name for tag in article.tags.all()),
    }


def history(article):
    revisions = Revision.objects.for_instance(article).order_by("created_at", "pk")
    return {
        "published": (
            article.first_published_at is not None,
            article.live_revision == article.latest_revision,
        ),
        "revisions": [(public(each.as_object()), form(each.content), each.object_str) for each in revisions],
        "history": list(entries(article)),
    }


def form(content):
    """Return what a revision has values for, and for which parts it knows their keys."""
    parts = {name: value for name, value in content.items() if isinstance(value, list)}
    return set(content), {name: [each["pk"] is not None for each in value] for name, value in parts.items()}


def indexed(article):
    key = str(article.pk)
    references = ReferenceIndex.objects.filter(
        object_id=key, base_content_type=article.get_base_content_type()
    )
    by_editors = IndexEntry.objects.filter(object_id=key, content_type=article.cached_content_type)
    by_readers = IndexedArticle.objects.filter(pk=article.pk)
    return {
        "filings": Counter(
            Filing.objects.filter(article=article).values_list("section__title", "display_date")
        ),
        "references": Counter(
            (each.model_path, str(each.to_content_type), path(each)) for each in references
        ),
        "found by editors": list(by_editors.values("title", "autocomplete", "body")),
        "found by readers": list(by_readers.values("day", "length", "counts", "names", "passages")),
        "postings": Counter(Posting.objects.filter(article_id=article.pk).values_list("word", "count")),
        "suggested": list(Name.objects.filter(kind="a", target_id=article.pk).values_list("folded", "day")),
        "stems": stems(article),
    }


def entries(article):
    logged = PageLogEntry.objects.filter(page=article).order_by("timestamp", "pk")
    for each in logged:
        yield (
            each.action,
            each.label,
            each.content_changed,
            each.data,
            each.revision_id is not None,
            each.user_id,
        )


def path(reference):
    return re.sub(r"\b(\d+|[0-9a-f-]{36})\b", "…", reference.content_path)


def stems(article):
    column, text = ("rowid", "words") if connection.vendor == "sqlite" else ("article_id", "words::text")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {text} FROM search_text WHERE {column} = %s", [article.pk])
        return cursor.fetchall()


class RolledBack(Exception):
    pass


def left_behind(files, *, publish):
    """Return what an import tells and leaves behind, and take it back."""
    try:
        with transaction.atomic():
            outcomes = bring_in(files, publish=publish)
            told = [(each.file.name, each.result, each.told, each.held, each.remarks) for each in outcomes]
            found = {"outcomes": told, **state()}
            raise RolledBack
    except RolledBack:
        return found


@pytest.mark.parametrize("publish", [True, False])
@pytest.mark.parametrize("otherwise", [one_by_one, in_three_saves])
def test_stories_that_are_made_together_are_as_if_each_had_been_made_by_itself(
    inbox, monkeypatch, otherwise, publish
):
    together = left_behind(inbox, publish=publish)
    otherwise(monkeypatch)

    apart = left_behind(inbox, publish=publish)
    assert apart["outcomes"] == together["outcomes"]
    assert apart["articles"] == together["articles"]
    assert apart == together
    assert len({uri for uri, _ in together["articles"]}) == 6


@pytest.mark.parametrize("publish", [True, False])
def test_a_further_story_costs_few_statements_however_many_there_are(tmp_path, publish):
    statements = []
    for number, amount in enumerate((1, 10, 20)):
        folder = tmp_path / str(number)
        folder.mkdir()
        for place in range(amount):
            fields = {"uri": f"urn:{number}:{place}", "headlines": [{"value": f"Story {number} {place}"}]}
            write_item(folder, f"{place}.json", **fields, subjects=[{"name": "Ports"}])
        with CaptureQueriesContext(
            connection,
        ) as captured:
            bring_in(sorted(folder.glob("*.json")), publish=publish)
        statements.append(len([each for each in captured if "SAVEPOINT" not in each["sql"]]))

    assert Article.objects.filter(live=publish).count() == 31
    assert statements[2] - statements[1] <= 10 * MOST_STATEMENTS_AN_ITEM


def test_publication_is_told_once_of_every_article_that_went_live(inbox):
    told = []

    def note(sender, instance, revision, **_):
        told.append((sender, instance.pk, revision.pk))

    page_published.connect(note, sender=Article)
    published.connect(note, sender=Article)
    try:
        bring_in(inbox[:2])
    finally:
        page_published.disconnect(note, sender=Article)
        published.disconnect(note, sender=Article)

    live = Article.objects.filter(live=True).values_list("pk", "live_revision")
    assert Counter(told) == Counter([(Article, *each) for each in live] * 2)


def test_what_fails_with_its_neighbours_is_made_without_them(inbox):
    def refuse(sender, instance, **_):
        if instance.slug.startswith("harbour-reopens-after"):
            raise DatabaseError("not this one")

    page_published.connect(refuse, sender=Article)
    try:
        outcomes = bring_in([inbox[0], inbox[1], inbox[8]])
    finally:
        page_published.disconnect(refuse, sender=Article)

    assert [each.result for each in outcomes] == ["refused", "new", "new"]
    assert outcomes[0].told == "the database does not take it: not this one"
    assert Counter(Article.objects.values_list("imported_item__uri", "live")) == {
        ("urn:b", True): 1,
        ("urn:i", True): 1,
    }


def test_articles_that_come_in_later_stand_behind_those_that_are_there(tmp_path):
    section = make_section(slug="world")
    places = places_of_default_site("/world/", is_published=True)
    for name in ("a", "b", "c"):
        file = write_item(tmp_path, f"{name}.json", uri=f"urn:{name}", headlines=[{"value": name}])
        list(import_files([file], read_ninjs, places))
    make_section(parent=section, slug="africa")

    children = Section.objects.get(pk=section.pk).get_children()
    assert [child.slug for child in children] == ["a", "b", "c", "africa"]
    assert Section.objects.get(pk=section.pk).numchild == 4
    assert Page.find_problems() == ([], [], [], [], [])
