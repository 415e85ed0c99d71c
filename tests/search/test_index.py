"""The index follows what editors do."""

import pytest
from django.core.management import call_command
from wagtail.models import Collection, CollectionViewRestriction, Page

from news.models import Article, Tag
from search import reindexing
from search.models import IndexedArticle, IndexRun, Posting
from tests.builders import make_article, make_contributor, make_image, make_section, make_source


def test_an_edited_article_is_found_by_its_new_words_alone(titles):
    article = make_article(title="Ferry late")

    article.title = "Bus late"
    article.save_revision().publish()

    assert titles("ferry") == []
    assert titles("bus late") == ["Bus late"]


def test_a_draft_of_a_live_article_is_not_found(titles):
    article = make_article(title="Ferry late")

    article.title = "Zeppelin late"
    article.save_revision()

    assert titles("zeppelin") == []
    assert titles("ferry") == ["Ferry late"]


def test_a_renamed_contributor_source_or_tag_is_found_by_its_new_name(titles):
    writer = make_contributor(name="Ana Before")
    source = make_source(name="Agency Before")
    make_article(title="Story", contributors=[writer], sources=[source], tags=["Topic before"])
    assert titles("before") == ["Story"]

    for named in (writer, source, Tag.objects.get()):
        named.name = f"{named.pk} Afterwards"
        named.save()

    assert titles("before") == []
    assert titles("afterwards") == ["Story"]


def test_a_removed_tag_is_neither_found_nor_counted(search, titles):
    article = make_article(title="Story", tags=["Topic"])
    assert titles("topic") == ["Story"]

    article.tags.clear()
    article.save()

    assert titles("topic") == []
    assert search("story")["facets"]["tags"] == []


def test_a_moved_section_takes_its_articles_along_in_the_facets(search):
    old, new = make_section(title="Old", slug="old"), make_section(title="New", slug="new")
    moved = make_section(parent=old, title="Moved", slug="moved")
    make_article(section=moved, title="Story")

    Page.objects.get(pk=moved.pk).move(Page.objects.get(pk=new.pk), pos="last-child")

    values = {each["value"] for each in search("story")["facets"]["sections"]}
    assert values == {"/new/", "/new/moved/"}


def test_a_deleted_article_leaves_nothing_behind(search):
    article = make_article(title="Story of a ferry")
    search("ferry")

    article.delete()

    assert search("ferry")["totalCount"] == 0
    assert not IndexedArticle.objects.exists()
    assert not Posting.objects.exists()


def test_the_caption_of_a_picture_is_found_until_its_collection_is_closed(titles):
    image = make_image(caption="Zeppelin over the quay")
    make_article(title="Story", hero_image=image, hero_alt="An airship above boats")
    assert titles("zeppelin") == ["Story"]

    closed = Collection.objects.get(depth=1).add_child(name="Closed")
    image.collection = closed
    image.save()
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")

    assert titles("zeppelin") == []


def test_what_is_saved_in_a_transaction_is_found_in_it(titles):
    make_article(title="Ferry")

    assert titles("ferry") == ["Ferry"]


@pytest.mark.django_db(transaction=True)
def test_what_is_saved_is_indexed_when_its_transaction_commits():
    article = make_article(title="Ferry")

    assert Posting.objects.filter(word="ferri", article=article.pk).exists()


def test_an_interrupted_run_is_resumed_where_it_stopped(search, monkeypatch, capsys):
    section = make_section()
    for number in range(5):
        make_article(section=section, title=f"Ferry {number}")
    search("ferry")
    Posting.objects.all().delete()
    IndexedArticle.objects.update(counts="")
    monkeypatch.setattr(reindexing, "ARTICLES_AT_ONCE", 2)

    run = reindexing.unfinished_run()
    next(reindexing.go_on(run))

    assert search("ferry")["totalCount"] == 5
    assert reindexing.unfinished_run() == run
    assert reindexing.remaining(run) == 3

    call_command("index_articles", verbosity=0)

    assert Posting.objects.filter(word="ferri").count() == 5
    assert "Going on after article" in capsys.readouterr().out
    assert IndexRun.objects.get().finished_at


def test_a_run_forgets_what_is_no_longer_live(search):
    article = make_article(title="Ferry")
    search("ferry")
    Article.objects.filter(pk=article.pk).update(live=False)

    call_command("index_articles", verbosity=0, start_over=True)

    assert not IndexedArticle.objects.exists()


def test_saving_what_did_not_change_leaves_the_counts_as_they_are(search):
    article = make_article(title="Ferry", body=[("paragraph", "<p>one two three</p>")])
    search("ferry")
    before = dict(Posting.objects.values_list("word", "count"))

    article.save()
    search("ferry")

    assert dict(Posting.objects.values_list("word", "count")) == before
