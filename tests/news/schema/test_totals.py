"""A section's total is counted without reading its articles, and is what reading them would count."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.visibility import Visibility
from news.models import Article, Section
from tests.builders import make_article, make_section

pytestmark = pytest.mark.django_db
TOTAL = "{ sections { articles(first: 1) { totalCount } } }"
SOON, LATER, EARLIER = (timedelta(hours=hours) for hours in (1, 2, -1))


def make_every_window(section):
    """Make an article for every combination of live, embargo and expiry."""
    now = timezone.now()
    for live in (True, False):
        for embargo in (None, EARLIER, SOON):
            for expiry in (None, EARLIER, LATER):
                article = make_article(section=section, live=live)
                dates = {"embargo_until": embargo and now + embargo, "expire_at": expiry and now + expiry}
                Article.objects.filter(pk=article.pk).update(**dates)


@pytest.mark.parametrize("hours", [-2, 0, 1.5, 3])
def test_what_dates_hide_is_exactly_what_is_not_visible(front_page, hours):
    make_every_window(make_section())
    policy = Visibility(timezone.now() + timedelta(hours=hours))

    hidden = set().union(
        *(set(articles.values_list("pk", flat=True)) for articles in policy.hidden_by_dates(Article))
    )

    visible = set(policy.pages(Article).values_list("pk", flat=True))
    assert hidden == set(Article.objects.values_list("pk", flat=True)) - visible
    assert visible or hours == -2


def test_a_total_counts_what_may_be_seen(front_page, ask):
    make_every_window(make_section())

    assert ask(TOTAL) == {"sections": [{"articles": {"totalCount": 4}}]}


def test_a_total_obeys_closed_places_too(front_page, ask):
    section = make_section()
    below = make_section(parent=section)
    make_article(section=section)
    make_article(section=below)
    assert ask(TOTAL)["sections"][0]["articles"]["totalCount"] == 2

    Section.objects.filter(pk=below.pk).update(live=False)

    assert ask(TOTAL)["sections"][0]["articles"]["totalCount"] == 1
