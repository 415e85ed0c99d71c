"""What readers may not see is in no hit, total, facet, suggestion or spelling, by the clock."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import PageViewRestriction

from news.models import Article
from tests.builders import make_article, make_contributor, make_section

NOON = datetime(2024, 6, 13, 12, tzinfo=UTC)


def hide_by_draft(article):
    article.unpublish()


def hide_past_all_signals(article):
    Article.objects.filter(pk=article.pk).update(live=False)


def hide_by_embargo(article):
    Article.objects.filter(pk=article.pk).update(embargo_until=timezone.now() + timedelta(hours=1))


def hide_by_expiry(article):
    Article.objects.filter(pk=article.pk).update(expire_at=timezone.now() - timedelta(hours=1))


def hide_by_section(article):
    section = article.home_section
    section.live = False
    section.save()


def hide_by_restriction(article):
    PageViewRestriction.objects.create(page=article.home_section, restriction_type="login")


@pytest.mark.parametrize(
    "hide",
    [
        hide_by_draft,
        hide_past_all_signals,
        hide_by_embargo,
        hide_by_expiry,
        hide_by_section,
        hide_by_restriction,
    ],
)
def test_a_hidden_article_leaves_no_trace(search, suggest, hide):
    make_article(title="Visible budget", tags=["Shared"], kind="news")
    writer = make_contributor(name="Hidden Writer")
    hidden = make_article(
        title="Hidden budget zeppelin", tags=["Shared", "Zeppelins"], kind="opinion", contributors=[writer]
    )
    assert search("budget")["totalCount"] == 2

    hide(hidden)

    found = search("budget")
    assert [hit["article"]["title"] for hit in found["nodes"]] == ["Visible budget"]
    assert found["totalCount"] == 1
    assert [facet["value"] for facet in found["facets"]["tags"]] == ["shared"]
    assert [facet["value"] for facet in found["facets"]["kinds"]] == ["NEWS"]
    assert "hidden-writer" not in [facet["value"] for facet in found["facets"]["contributors"]]
    assert suggest("zepp") == []
    assert suggest("hidden b") == []
    assert search("zepelin")["didYouMean"] is None
    assert search("zeppelin")["totalCount"] == 0


def test_an_embargo_ends_and_an_expiry_begins_by_the_clock_alone(titles):
    with time_machine.travel(NOON, tick=False):
        make_article(title="Embargoed budget", embargo_until=NOON + timedelta(hours=6))
        make_article(title="Fading budget", expire_at=NOON + timedelta(hours=6))

        assert titles("budget") == ["Fading budget"]

    with time_machine.travel(NOON + timedelta(hours=6), tick=False):
        assert titles("budget") == ["Embargoed budget"]


def test_a_word_that_a_hidden_article_alone_spells_so_is_not_suggested(search):
    make_article(title="Zeppelins over the harbour")
    hidden = make_article(title="Zeppelin")
    hidden.unpublish()

    assert search("zepelin")["didYouMean"] != "zeppelin"


def test_a_hidden_section_is_no_facet_of_what_is_also_filed_there(search):
    hidden = make_section(title="Hidden section", live=False)
    article = make_article(title="Budget")
    article.other_sections.add(hidden)
    article.save()

    labels = [facet["label"] for facet in search("budget")["facets"]["sections"]]

    assert "Hidden section" not in labels
    assert labels == [article.home_section.title]


def test_a_draft_contributor_is_neither_found_nor_counted(search, titles):
    writer = make_contributor(name="Draft Writer")
    make_article(title="Budget", contributors=[writer])
    assert titles("writer") == ["Budget"]

    writer.unpublish()

    assert titles("writer") == []
    assert titles("by:draft") == []
    assert search("budget")["facets"]["contributors"] == []
