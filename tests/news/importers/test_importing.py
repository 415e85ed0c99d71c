"""From a file to an article, and what a further version does."""

from datetime import UTC, datetime

import pytest
from wagtail.models import Revision

from news.choices import ContributorKind, SourceCategory
from news.models import Article, Contributor, ImportedItem, Section, Source, Tag
from tests.builders import make_contributor, make_section
from tests.news.importers.building import FIXTURES, bring_in, html, write_item

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]


def latest():
    return Article.objects.get().get_latest_revision_as_object()


@pytest.fixture
def harbour(tmp_path):
    """The article made of the story that uses every field."""
    (tmp_path / "item.json").write_bytes((FIXTURES / "harbour-2.json").read_bytes())
    bring_in(tmp_path / "item.json")
    return Article.objects.get()


def test_an_item_lands_as_a_draft_with_its_words_and_dates(harbour):
    assert not harbour.live
    assert harbour.title == "Harbour reopens after Gannet fire & flood"
    assert harbour.slug == "harbour-reopens-after-gannet-fire-flood"
    assert harbour.standfirst == "First boats back by seven."
    assert (harbour.dateline, harbour.kind) == ("SANDMERE", "analysis")
    assert harbour.display_date == datetime(2026, 3, 1, 6, 15, tzinfo=UTC)
    assert harbour.updated_at == datetime(2026, 3, 1, 7, 40, tzinfo=UTC)
    assert harbour.embargo_until == datetime(2026, 3, 1, 7, 0, tzinfo=UTC)
    assert harbour.editors_note.splitlines()[0] == "Note from the provider: Adds the harbour master."
    assert [str(block.value) for block in harbour.body] == [
        "<p>The harbour reopened at six.</p>",
        "<p>By seven the first boats were back.</p>",
    ]


def test_an_item_lands_with_its_bylines_sources_and_tags_in_order(harbour):
    bylines = [(each.contributor.name, each.role) for each in harbour.bylines.all()]

    assert bylines == [("Leila Noor", ""), ("Owen Pellick", ""), ("Amina Rahimi", "Photographs")]
    assert [each.source.name for each in harbour.source_credits.all()] == ["Harbour Newswire", "Coastguard"]
    assert [tag.name for tag in harbour.tags.all()] == ["Harbours"]


def test_records_are_made_once_and_those_that_editors_made_stay_as_they_are(tmp_path):
    make_contributor(name="Leila Noor", kind=ContributorKind.ORGANISATION)
    fields = {"by": "LEILA NOOR and TKD Team", "infosources": [{"name": "Reuters"}, {"name": "Coastguard"}]}

    bring_in(write_item(tmp_path, **fields, subjects=[{"name": "Ports"}]))
    bring_in(write_item(tmp_path, "b.json", uri="urn:b", **fields, subjects=[{"name": "PORTS"}]))

    assert list(Contributor.objects.values_list("name", "slug", "kind")) == [
        ("Leila Noor", "leila-noor", "organisation"),
        ("TKD Team", "tkd-team", "organisation"),
    ]
    assert list(Source.objects.values_list("name", "category")) == [
        ("Coastguard", SourceCategory.OTHER),
        ("Reuters", SourceCategory.WIRE),
    ]
    assert [tag.name for tag in Tag.objects.all()] == ["Ports"]


def test_names_that_share_an_address_get_one_each(tmp_path):
    bring_in(write_item(tmp_path, by="José Núñez and Jose! Nunez and Jose Nunez"))

    slugs = list(Contributor.objects.values_list("slug", flat=True))
    assert len(slugs) == len(set(slugs)) == 3


def test_published_items_are_live_through_wagtails_own_path(tmp_path):
    outcome = bring_in(write_item(tmp_path), publish=True)

    article = Article.objects.get()
    assert outcome.told == "live, “Harbour reopens”"
    assert article.live
    assert article.live_revision == article.latest_revision
    assert article.display_date == datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


def test_what_may_not_go_live_stays_a_draft_and_says_why(tmp_path):
    file = write_item(tmp_path, bodies=html("<p>Fine.</p><p>The minister said [WHERE] that it was.</p>"))

    outcome = bring_in(file, publish=True)

    assert (outcome.result, outcome.told) == ("new", "a draft, “Harbour reopens”")
    assert "[WHERE]" in outcome.held
    assert "2. Paragraph" in outcome.held
    assert not Article.objects.get().live


def test_an_unfinished_version_leaves_the_live_one_before_readers(tmp_path):
    bring_in(write_item(tmp_path), publish=True)

    outcome = bring_in(
        write_item(tmp_path, version="2", bodies=html("<p>It burnt [WHEN].</p>")), publish=True
    )

    article = Article.objects.get()
    assert "[WHEN]" in outcome.held
    assert article.live
    assert "reopened at six" in str(article.body)
    assert "[WHEN]" in str(latest().body)


def test_the_same_version_again_changes_nothing(tmp_path):
    file = write_item(tmp_path)
    bring_in(file, publish=True)
    revisions = Revision.objects.count()

    outcome = bring_in(file, publish=True)

    assert outcome.result == "unchanged"
    assert Revision.objects.count() == revisions
    assert Article.objects.count() == 1


def test_a_newer_version_brings_the_text_up_to_date_in_place(tmp_path):
    bring_in(write_item(tmp_path, version="9"), publish=True)
    path = Article.objects.get().url_path
    newer = {
        "version": "10",
        "versioncreated": "2026-03-02T08:00:00Z",
        "by": "Owen Pellick",
        "headlines": [{"value": "Harbour closes"}],
        "bodies": html("<p>The harbour reopened at six.</p><p>At nine it closed.</p>"),
    }

    outcome = bring_in(write_item(tmp_path, **newer), publish=True)

    article = Article.objects.get()
    assert outcome.result == "updated"
    assert (article.title, article.url_path) == ("Harbour closes", path)
    assert [byline.contributor.name for byline in article.bylines.all()] == ["Owen Pellick"]
    assert article.display_date == datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
    assert article.updated_at == datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    assert ImportedItem.objects.get().version == "10"


def test_a_newer_version_is_a_draft_over_the_live_one_unless_it_is_published(tmp_path):
    bring_in(write_item(tmp_path), publish=True)

    bring_in(write_item(tmp_path, version="2", headlines=[{"value": "Harbour closes"}]))

    article = Article.objects.get()
    assert (article.title, latest().title) == ("Harbour reopens", "Harbour closes")
    assert article.has_unpublished_changes


def test_a_newer_version_leaves_what_editors_added(tmp_path, admin_user):
    bring_in(write_item(tmp_path, subjects=[{"name": "Ports"}], ednote="Embargo lifted."), publish=True)
    elsewhere = make_section()
    Article.objects.get().move(make_section(), pos="last-child")
    article = Article.objects.get()
    article.tags.add("Harbours")
    article.other_sections.add(elsewhere)
    article.seo_title, article.standfirst, article.kind = "Ours", "Our sentence.", "analysis"
    article.editors_note += "\nCall Leila."
    article.save_revision(user=admin_user).publish()
    section = article.get_parent()

    outcome = bring_in(
        write_item(tmp_path, version="2", subjects=[{"name": "Fire"}], ednote="Adds fire."), publish=True
    )

    article = Article.objects.get()
    assert {tag.name for tag in article.tags.all()} == {"Ports", "Harbours", "Fire"}
    assert list(article.other_sections.all()) == [elsewhere]
    assert article.get_parent() == section
    assert (article.seo_title, article.standfirst, article.kind) == ("Ours", "Our sentence.", "analysis")
    assert article.editors_note.splitlines() == [
        "Note from the provider: Embargo lifted.",
        "Call Leila.",
        "Note from the provider: Adds fire.",
    ]
    assert outcome.remarks == ["wrote over what editors changed; their version is in the article's history"]


def test_blocks_that_stay_the_same_keep_their_identifiers(tmp_path):
    bring_in(write_item(tmp_path, bodies=html("<p>One.</p><h2>Two</h2><p>Three.</p>")))
    before = {str(block.value): block.id for block in Article.objects.get().body}

    bring_in(write_item(tmp_path, version="2", bodies=html("<p>New.</p><p>One.</p><h2>Two</h2>")))

    after = {str(block.value): block.id for block in latest().body}
    assert [after[words] == before.get(words) for words in after] == [False, True, True]


def test_an_older_version_is_stale(tmp_path):
    bring_in(write_item(tmp_path, version="10"))

    outcome = bring_in(write_item(tmp_path, version="9", headlines=[{"value": "Old"}]))

    assert (outcome.result, outcome.told) == ("older than what is here", "version 9, here is 10")
    assert latest().title == "Harbour reopens"


def test_versions_without_a_number_follow_their_dates(tmp_path):
    bring_in(write_item(tmp_path, version=None, versioncreated="2026-03-01T12:00:00+05:00"))

    older = bring_in(write_item(tmp_path, version=None, versioncreated="2026-03-01T06:59:00Z"))
    newer = bring_in(write_item(tmp_path, version=None, versioncreated="2026-03-01T08:00:00Z"))

    assert (older.result, newer.result) == ("older than what is here", "updated")


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_a_withdrawn_item_goes_off_the_site_at_once(tmp_path, status):
    bring_in(write_item(tmp_path), publish=True)

    outcome = bring_in(write_item(tmp_path, version="2", pubstatus=status, headlines=None, bodies=None))

    assert outcome.result == "withdrawn"
    assert not Article.objects.get().live
    assert bring_in(write_item(tmp_path), publish=True).result == "older than what is here"


def test_a_withdrawn_item_comes_off_the_schedule(tmp_path):
    bring_in(write_item(tmp_path))
    article = Article.objects.get()
    article.go_live_at = datetime(2090, 1, 1, tzinfo=UTC)
    article.save_revision(approved_go_live_at=article.go_live_at)

    bring_in(write_item(tmp_path, version="2", pubstatus="canceled"))

    assert not Revision.objects.exclude(approved_go_live_at=None).exists()


def test_a_withdrawn_item_that_was_never_here_is_said_to_be(tmp_path):
    outcome = bring_in(write_item(tmp_path, pubstatus="canceled"))

    assert (outcome.result, outcome.told) == ("withdrawn", "its provider withdrew it; it was never here")
    assert not Article.objects.exists()


def test_an_article_that_an_editor_locked_is_not_written_over(tmp_path):
    bring_in(write_item(tmp_path))
    Article.objects.update(locked=True)

    outcome = bring_in(write_item(tmp_path, version="2"))

    assert (outcome.result, ImportedItem.objects.get().version) == ("refused", "1")
    assert "is locked by an editor" in outcome.told


def test_an_embargo_is_never_lifted_by_silence(tmp_path):
    bring_in(write_item(tmp_path, embargoed="2090-01-01T00:00:00Z"))

    outcome = bring_in(write_item(tmp_path, version="2"))

    assert latest().embargo_until == datetime(2090, 1, 1, tzinfo=UTC)
    assert "kept the embargo, which this version does not name" in outcome.remarks


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"headlines": [{"value": " "}]}, "it has no headline"),
        ({"bodies": None}, "there is no text in it"),
        ({"bodies": html("<p></p>")}, "left out the body “text/html”, in which there is nothing to read"),
        ({"uri": "urn:" + "x" * 600}, "uri: "),
    ],
)
def test_an_item_with_nothing_to_publish_is_refused(tmp_path, fields, reason):
    outcome = bring_in(write_item(tmp_path, **fields))

    assert outcome.result == "refused"
    assert outcome.told.startswith(reason)
    assert not Article.objects.exists()
    assert not Section.objects.exists()


def test_an_item_of_a_headline_and_a_summary_is_a_short_story(tmp_path):
    bring_in(write_item(tmp_path, bodies=None, descriptions=[{"role": "text", "value": "It reopened."}]))

    article = Article.objects.get()
    assert (article.standfirst, len(article.body)) == ("It reopened.", 0)


def test_a_description_that_only_repeats_the_beginning_is_no_standfirst(tmp_path):
    file = write_item(tmp_path, descriptions=[{"role": "text", "value": "The harbour – reopened at"}])

    outcome = bring_in(file)

    assert Article.objects.get().standfirst == ""
    assert outcome.remarks == ["left out the description: it repeats the beginning of the text"]


def test_words_too_long_for_their_field_are_cut_and_told(tmp_path):
    outcome = bring_in(write_item(tmp_path, headlines=[{"value": "Harbour " * 60}], located="SANDMERE " * 20))

    article = Article.objects.get()
    assert article.title.endswith("Harbour…")
    assert len(article.title) <= 255
    assert [remark.split(",")[0] for remark in outcome.remarks] == ["cut the title", "cut the dateline"]


def test_two_stories_with_one_headline_get_an_address_each(tmp_path):
    bring_in(write_item(tmp_path, headlines=[{"value": "!!!"}]))
    bring_in(write_item(tmp_path, uri="urn:test:b", headlines=[{"value": "!!!"}]))

    assert set(Article.objects.values_list("slug", flat=True)) == {"item", "item-1"}


def test_an_article_that_editors_deleted_comes_in_again(tmp_path):
    bring_in(write_item(tmp_path))
    Article.objects.get().delete()

    assert bring_in(write_item(tmp_path)).result == "new"
