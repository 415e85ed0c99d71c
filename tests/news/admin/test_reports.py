"""The report of what waits for its moment."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from cms.models import SiteSettings
from tests.builders import make_article, make_contributor, make_front_page, make_section

REPORT = "/admin/reports/waiting/"


def test_every_coming_moment_is_reported_the_next_one_first(editor):
    now, hour = timezone.now(), timedelta(hours=1)
    section, leila = make_section(title="Harbour"), make_contributor(name="Leila Noor")
    make_article(title="Embargoed", embargo_until=now + 2 * hour, section=section, contributors=[leila])
    make_article(title="Scheduled", live=False, go_live_at=now + hour).save_revision().publish()
    make_article(title="Expires", expire_at=now + 3 * hour)
    make_article(title="Was under embargo", embargo_until=now - hour)
    make_article(title="Draft", live=False)

    moments = editor.get(REPORT).context["object_list"]

    assert [(each.what, each.title) for each in moments] == [
        ("Is published", "Scheduled"),
        ("Embargo ends", "Embargoed"),
        ("Is taken down", "Expires"),
    ]
    assert (moments[1].section, moments[1].byline, moments[1].state) == (
        "Harbour",
        "Leila Noor",
        "under embargo",
    )


def test_what_should_be_out_already_is_reported_as_overdue(editor):
    article = make_article(title="Late", live=False, go_live_at=timezone.now() + timedelta(hours=1))
    revision = article.save_revision()
    revision.publish()
    article.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=5))

    (moment,) = editor.get(REPORT).context["object_list"]

    assert (moment.what, moment.title) == ("Is overdue", "Late")


@pytest.mark.parametrize(
    ("zone", "shown"), [("Asia/Kabul", "1 Jul 2030, 22:30"), ("UTC", "1 Jul 2030, 18:00")]
)
def test_the_report_runs_by_the_sites_clock(editor, zone, shown):
    make_front_page()
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.update_or_create(site=site, defaults={"time_zone": zone})
    make_article(embargo_until=datetime(2030, 7, 1, 18, tzinfo=UTC))

    page = editor.get(REPORT).content.decode()

    assert shown in page
    assert zone in page


def test_the_report_costs_the_same_however_long_it_is(editor):
    def add(articles: int) -> int:
        for number in range(articles):
            make_article(embargo_until=timezone.now() + timedelta(hours=number + 1))
        editor.get(REPORT)
        with CaptureQueriesContext(connection) as captured:
            editor.get(REPORT)
        return len(captured)

    assert add(2) == add(8)


def test_the_report_can_be_taken_away_as_a_file(editor):
    make_article(title="Budget", embargo_until=datetime(2030, 7, 1, 18, tzinfo=UTC))

    response = editor.get(f"{REPORT}?export=csv")

    table = b"".join(response.streaming_content).decode()
    assert "Budget" in table
    assert "Embargo ends" in table
