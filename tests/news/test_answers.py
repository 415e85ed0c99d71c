"""What is kept is what would be answered, and an edit touches only what it concerns."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.new_pages import NewPages
from cms.urls import endpoint
from news.models import Article, Byline
from tests.builders import make_article, make_banner, make_contributor, make_image, make_section, make_source

pytestmark = pytest.mark.django_db(transaction=True)

ARTICLE = """query ($path: String!) { article(path: $path) {
    title byline standfirst section { title } tags { name } bylines { contributor { name } } hero { alt } } }"""
SECTION = """query ($id: ID!) { section(id: $id) { title articles(first: 5) { totalCount nodes { title path } } } }"""


@pytest.fixture(autouse=True)
def no_sites_of_earlier_tests():
    """Forget Wagtail's own cache, which outlives the sites that are in it."""
    cache.clear()


@pytest.fixture
def kept(front_page):
    """The answers that this process keeps; none at first."""
    memory = endpoint.answers.memory
    for question in list(memory._answers):
        memory.forget(question)
    return memory


def standing(kept):
    """Return how many of the kept answers would be served now."""
    endpoint.answers._follow()
    return sum(endpoint.answers._standing(question) is not None for question in list(kept._answers))


def path_of(article):
    return "/" + article.url_path.split("/", 2)[2]


def test_the_second_reader_is_served_what_the_first_was(client, ask, kept, django_assert_num_queries):
    path = path_of(make_article(title="Budget passed"))
    first = ask(ARTICLE, path=path)

    with django_assert_num_queries(1):
        second = ask(ARTICLE, path=path)

    assert second == first
    assert second["article"]["title"] == "Budget passed"


def test_publishing_one_article_touches_only_what_shows_it_or_lists_it(ask, kept):
    sections = [make_section() for _ in range(10)]
    articles = [make_article(section=section) for section in sections for _ in range(5)]
    for article in articles:
        ask(ARTICLE, path=path_of(article))
    for section in sections:
        ask(SECTION, id=str(section.pk))
    assert standing(kept) == 60

    article = Article.objects.get(pk=articles[0].pk)
    article.standfirst = "Said anew."
    article.save_revision().publish()
    assert standing(kept) == 58, "the article's own answer and its section's list, which shows it"

    make_article(section=sections[3])
    assert standing(kept) == 57
    assert ask(SECTION, id=str(sections[3].pk))["section"]["articles"]["totalCount"] == 6


def test_of_a_thousand_kept_articles_publishing_one_leaves_nearly_all(ask, kept):
    sections = [make_section() for _ in range(10)]
    writers = [make_contributor() for _ in range(100)]
    with transaction.atomic():
        pages, articles = NewPages(Article), []
        for number in range(1_000):
            section = sections[number % 10]
            article = Article(title=f"Story {number}", slug=f"story-{number}", locale=section.locale)
            article.body = [("paragraph", f"<p>Words of story {number}.</p>")]
            article.bylines = [Byline(contributor=writers[number // 10])]
            pages.add(article, section, live=True)
            articles.append(article)
        pages.finish()
    for article in articles:
        ask(ARTICLE, path=path_of(article))
    assert standing(kept) == 1_000

    make_article(section=sections[0], contributors=[writers[0]])
    assert standing(kept) >= 980

    article = Article.objects.get(pk=articles[500].pk)
    article.title = "Told anew"
    article.save_revision().publish()
    assert 980 <= standing(kept) < 1_000
    assert ask(ARTICLE, path=path_of(article))["article"]["title"] == "Told anew"


def test_a_draft_touches_nothing(ask, kept):
    article = make_article()
    ask(ARTICLE, path=path_of(article))
    article.title = "Not yet"
    article.save_revision()

    assert standing(kept) == 1


def test_what_is_rolled_back_touches_nothing_and_is_never_kept(ask, kept):
    article = make_article(title="True")
    path = path_of(article)
    ask(ARTICLE, path=path)

    with transaction.atomic():
        Article.objects.filter(pk=article.pk).update(title="False")
        assert ask(ARTICLE, path=path)["article"]["title"] == "False"
        transaction.set_rollback(True)

    assert standing(kept) == 1
    assert ask(ARTICLE, path=path)["article"]["title"] == "True"


def test_a_bulk_update_is_heard_of(ask, kept):
    article = make_article(title="Before")
    ask(ARTICLE, path=path_of(article))

    Page.objects.filter(pk=article.pk).update(title="After")

    assert ask(ARTICLE, path=path_of(article))["article"]["title"] == "After"


def test_a_restriction_hides_at_once(ask, kept):
    article = make_article()
    ask(ARTICLE, path=path_of(article))

    PageViewRestriction.objects.create(page=article.page_ptr, restriction_type="login")

    assert ask(ARTICLE, path=path_of(article)) == {"article": None}


def test_the_clock_ends_an_embargo_in_what_is_kept(ask, kept):
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        article = make_article(embargo_until=now + timedelta(minutes=5))
        section = article.get_parent()
        assert ask(ARTICLE, path=path_of(article)) == {"article": None}
        assert ask(SECTION, id=str(section.pk))["section"]["articles"]["totalCount"] == 0

        clock.move_to(now + timedelta(minutes=5))

        assert ask(ARTICLE, path=path_of(article))["article"]["title"] == article.title
        assert ask(SECTION, id=str(section.pk))["section"]["articles"]["totalCount"] == 1


def test_the_clock_takes_out_what_a_search_counts_without_showing_it(ask, kept):
    query = (
        '{ search(query: "harbour", first: 1, orderBy: NEWEST) { totalCount nodes { article { title } } } }'
    )
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        make_article(
            title="Harbour closes",
            display_date=now - timedelta(days=2),
            expire_at=now + timedelta(minutes=10),
        )
        make_article(title="Harbour reopens", display_date=now - timedelta(days=1))
        assert ask(query)["search"]["totalCount"] == 2

        clock.move_to(now + timedelta(minutes=11))

        assert ask(query)["search"] == {"totalCount": 1, "nodes": [{"article": {"title": "Harbour reopens"}}]}


def test_a_banner_of_later_is_no_reason_to_ask_anew_before(ask, kept, django_assert_num_queries):
    query = "{ flash { banners { label } nextChangeAt } }"
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        make_banner(starts_at=now + timedelta(minutes=5), ends_at=now + timedelta(minutes=9))
        assert ask(query)["flash"]["banners"] == []
        clock.move_to(now + timedelta(minutes=4))
        with django_assert_num_queries(1):
            ask(query)
        clock.move_to(now + timedelta(minutes=5))
        assert len(ask(query)["flash"]["banners"]) == 1


def test_the_date_stands_until_midnight_and_the_clock_never(ask, kept):
    with time_machine.travel("2026-03-01T23:59:00Z", tick=False) as clock:
        ask("{ site { today } }")
        ask("{ site { now } }")
        assert standing(kept) == 1
        clock.move_to("2026-03-02T00:00:00Z")
        assert standing(kept) == 0


def test_errors_and_previews_are_not_kept(graphql, kept):
    graphql('{ articles(first: 1, after: "nonsense") { nodes { id } } }')
    graphql('{ preview(token: "nonsense") { id } }')

    assert len(kept) == 0


def test_a_changed_name_touches_the_stories_it_stands_over(ask, kept):
    amina, ines = make_contributor(name="Amina"), make_contributor(name="Ines")
    first, second = make_article(contributors=[amina]), make_article(contributors=[ines])
    ask(ARTICLE, path=path_of(first))
    ask(ARTICLE, path=path_of(second))

    amina.name = "Amina Rahimi"
    amina.save()

    assert standing(kept) == 1
    assert ask(ARTICLE, path=path_of(first))["article"]["byline"] == "Amina Rahimi"


def test_a_new_record_touches_nothing_that_is_kept(ask, kept):
    ask(ARTICLE, path=path_of(make_article(tags=["Budget"], hero_image=make_image(), hero_alt="A ferry")))

    make_contributor()
    make_source()
    make_image()

    assert standing(kept) == 1
