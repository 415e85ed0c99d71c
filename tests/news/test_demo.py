"""The demo newsroom is complete, and loading it again loses nothing."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from wagtail.models import Page

from cms.models import Document, Image, SiteSettings
from cms.visibility import Visibility
from news.blocks import ArticleBody
from news.choices import ArticleKind, CorrectionKind, SourceCategory
from news.demo.newsroom import counts
from news.models import Article, Contributor, Correction, FlashBanner, Section, Source, Tag

MENUS = """{ site {
  en: navigation(locale: "en") { label }
  ur: navigation(locale: "ur") { label url }
  ar: navigation(locale: "ar") { label }
} }"""
LENGTHS = '{ articles(first: 100, where: {locale: "en"}) { nodes { path wordCount } } }'
BY_PATH = (
    "query ($path: String) { article(path: $path) { title lang dir body { id } translations { path } } }"
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def newsroom(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo, loaded once for this module; each test works in a savepoint of its own."""
    folder = tmp_path_factory.mktemp("var")
    with django_db_blocker.unblock(), override_settings(VAR=folder, DEMO_PASSWORD=""), transaction.atomic():
        call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)


def published():
    return Visibility().pages(Article).filter(locale__language_code="en")


def pictures_in(article):
    for block in article.body:
        if block.block_type == "figure":
            yield block.value["image"]
        if block.block_type == "gallery":
            yield from (placed["image"] for placed in block.value)


def test_readers_find_thirty_articles_in_five_sections_and_one_below_another(newsroom):
    top = Section.objects.filter(locale__language_code="en", depth=3)

    assert published().count() >= 30
    assert top.count() >= 5
    assert Section.objects.filter(depth=4).exists()
    assert all(
        published().descendant_of(section).exists()
        for section in Section.objects.filter(locale__language_code="en")
    )


def test_a_story_is_as_long_as_a_story(newsroom, ask):
    lengths = {story["path"]: story["wordCount"] for story in ask(LENGTHS)["articles"]["nodes"]}

    assert len(lengths) >= 30
    assert {path: count for path, count in lengths.items() if not 150 <= count <= 500} == {}


def test_every_block_stands_in_a_published_story(newsroom):
    used = {block["type"] for article in published() for block in article.body.raw_data}
    quotations = [
        block["value"]
        for article in published()
        for block in article.body.raw_data
        if block["type"] == "quote"
    ]

    assert used == set(ArticleBody().child_blocks)
    assert {quotation["is_pull_quote"] for quotation in quotations} == {True, False}
    assert any(quotation["lang"] == "ur" for quotation in quotations)


def test_an_editor_could_save_every_page_as_it_is(newsroom):
    for article in Article.objects.all():
        article.full_clean()
        ArticleBody().clean(article.body)
    for banner in FlashBanner.objects.all():
        banner.items.stream_block.clean(banner.items)


def test_stories_are_of_every_kind_and_from_every_kind_of_source(newsroom):
    assert set(published().values_list("kind", flat=True)) == set(ArticleKind.values)
    assert set(Source.objects.values_list("category", flat=True)) == set(SourceCategory.values)
    assert not Source.objects.filter(slug="courier-newsroom", category=SourceCategory.WIRE).exists()


def test_persons_and_organisations_stand_in_bylines(newsroom):
    kinds = published().values_list("bylines__contributor__kind", flat=True)
    introduced = Contributor.objects.exclude(photo=None).exclude(biography="")

    assert set(kinds) == {"person", "organisation"}
    assert introduced.exists()


def test_topics_connect_stories(newsroom):
    tags = [tag for tag in Tag.objects.all() if published().filter(tagged_items__tag=tag).count() > 1]

    assert len(tags) >= 15
    assert all(tag.description for tag in tags)


def test_stories_are_dated_within_the_last_weeks(newsroom):
    now = timezone.now()
    dates = list(published().values_list("display_date", flat=True))

    assert max(dates) <= now
    assert max(dates) > now - timedelta(hours=6)
    assert min(dates) > now - timedelta(weeks=5)


def test_corrections_are_of_every_kind(newsroom):
    kinds = Correction.objects.filter(article__in=published()).values_list("kind", flat=True)

    assert set(kinds) == set(CorrectionKind.values)


def test_two_banners_are_on_air_and_one_is_over(newsroom):
    banners = FlashBanner.objects.filter(locale__language_code="en", live=True)
    on_air = Visibility().pages(FlashBanner).filter(locale__language_code="en")
    items = [item["value"] for banner in on_air for item in banner.items.raw_data]

    assert on_air.count() == 2
    assert all(len(banner.items) > 1 for banner in on_air)
    assert any(item["kicker"] for item in items)
    assert any(item["article"] for item in items)
    assert any(item["url"] for item in items)
    assert any(not item["url"] and not item["article"] for item in items)
    assert banners.filter(ends_at__lt=timezone.now()).count() == 1


def test_what_is_embargoed_scheduled_or_a_draft_is_not_for_readers(newsroom):
    embargoed = Article.objects.get(embargo_until__gt=timezone.now())
    scheduled = Article.objects.get(go_live_at__gt=timezone.now())
    drafts = Article.objects.filter(live=False, go_live_at=None)

    assert embargoed.live
    assert scheduled.approved_schedule
    assert drafts.count() >= 3
    assert not published().filter(pk__in=[embargoed.pk, scheduled.pk, *drafts]).exists()


def test_a_draft_mirrors_the_sample_page_with_its_forgotten_placeholder(newsroom):
    story = Article.objects.get(slug="velmora-tamran-ties")
    text = " ".join(block.value.source for block in story.body)

    assert not story.live
    assert "[WHERE]" in text
    assert "[and]" in text
    assert story.bylines.get().contributor.name.endswith(" Team")
    assert story.source_credits.get().source.category == SourceCategory.WIRE
    assert story.hero_alt


@pytest.mark.parametrize(
    ("path", "language"),
    [("/ur/saqafat/ropewalk-library-mushaira/", "ur"), ("/ar/iqtisad/harbour-breakwater-arabic/", "ar")],
)
def test_a_story_in_another_script_runs_from_right_to_left(newsroom, ask, path, language):
    article = ask(BY_PATH, path=path)["article"]

    assert (article["lang"], article["dir"]) == (language, "RTL")
    assert article["body"]
    assert len(article["translations"]) == 1


def test_every_picture_has_an_alternative_text(newsroom):
    assert Image.objects.count() >= 25
    assert not Image.objects.filter(description="").exists()
    assert not Image.objects.filter(credit="").exists()
    for article in Article.objects.all():
        assert article.hero_image
        assert article.hero_alt
        assert all(image.contextual_alt_text for image in pictures_in(article))


def test_a_document_is_a_file_of_its_kind(newsroom):
    starts = {}
    for document in Document.objects.all():
        with document.open_file() as file:
            starts[document.file_extension] = file.read(4)

    assert starts == {"csv": b"\xef\xbb\xbfS", "pdf": b"%PDF"}


def test_the_site_shows_the_paper_and_not_wagtails_welcome(newsroom):
    settings = SiteSettings.objects.get()

    assert settings.name == "The Sandmere Courier"
    assert settings.logo
    assert settings.navigation_items.count() >= 5
    assert settings.site.root_page.slug == "sandmere-courier"
    assert not Page.objects.filter(title__startswith="Welcome").exists()


def test_every_published_page_has_its_history(newsroom):
    for page in Article.objects.filter(live=True):
        assert page.live_revision
        assert page.live_revision == page.latest_revision


def test_loading_again_changes_nothing(newsroom):
    article = Article.objects.get(slug="budget-passed")
    article.title = "Budget passes, just"
    article.save_revision().publish()
    before = counts(), {page.pk: page.latest_revision_id for page in Page.objects.all()}

    call_command("load_demo", verbosity=0)

    assert (counts(), {page.pk: page.latest_revision_id for page in Page.objects.all()}) == before
    assert Article.objects.get(slug="budget-passed").title == "Budget passes, just"


def test_what_was_deleted_comes_back(newsroom):
    Article.objects.get(slug="fell-race").delete()

    call_command("load_demo", verbosity=0)

    assert Article.objects.get(slug="fell-race").live


def test_each_language_has_a_menu_of_its_own(newsroom, ask):
    menus = {code: [link["label"] for link in links] for code, links in ask(MENUS)["site"].items()}

    assert len(menus["en"]) == 8
    assert menus["ur"] == ["معاشرہ", "ثقافت", "مدیر کے نام خطوط"]
    assert menus["ar"] == ["اقتصاد", "رسائل إلى المحرر"]
