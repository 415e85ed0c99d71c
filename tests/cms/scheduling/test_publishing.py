"""What is due happens at its second, once, in order; what fails stands alone, is told, and is tried again."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from cms.scheduling.models import PAUSES, Failure
from cms.scheduling.queue import next_moment
from cms.scheduling.runner import LONGEST_SLEEP, Runner, seconds_until
from cms.scheduling.work import Outcome
from news.models import Article, Contributor
from tests.builders import make_article, make_contributor
from tests.cms.scheduling.newsroom import PUBLISHED, make_scheduled, put_on_schedule, times_published

pytestmark = pytest.mark.django_db

NOW = timezone.now().replace(microsecond=0)
EARLIER, LATER = NOW - timedelta(minutes=1), NOW + timedelta(minutes=1)
UNFINISHED = [("paragraph", "<p>Venn stated [WHERE].</p>")]


def run(moment=NOW):
    """Do what is due at a moment, as one runner does."""
    with time_machine.travel(moment, tick=False):
        return dict(Runner().run_once())


def is_live(article):
    return Article.objects.get(pk=article.pk).live


def test_what_is_due_goes_out_and_what_is_not_stays():
    due, coming = make_scheduled(NOW), make_scheduled(LATER)

    assert run() == {Outcome.PUBLISHED: 1}
    assert (is_live(due), is_live(coming)) == (True, False)


def test_it_goes_out_at_its_second_and_not_before():
    article = make_scheduled(NOW)

    assert run(NOW - timedelta(milliseconds=1)) == {}
    assert run(NOW) == {Outcome.PUBLISHED: 1}
    assert times_published(article) == 1


def test_what_was_missed_is_caught_up_in_the_order_in_which_it_was_due():
    late, first, between = (make_scheduled(NOW - timedelta(hours=hours)) for hours in (1, 3, 2))

    run()

    published = PageLogEntry.objects.filter(action=PUBLISHED).order_by("pk")
    assert list(published.values_list("page_id", flat=True)) == [first.pk, between.pk, late.pk]


def test_nothing_is_published_twice():
    article = make_scheduled(NOW)

    run()
    run()

    assert times_published(article) == 1


def test_what_expired_before_it_was_due_never_goes_out_and_its_editor_is_told(
    django_capture_on_commit_callbacks,
):
    author = User.objects.create_user("mira", "mira@courier.example")
    article = make_scheduled(EARLIER, expire_at=EARLIER + timedelta(seconds=30))
    article.revisions.update(user=author)

    with django_capture_on_commit_callbacks(execute=True):
        assert run() == {Outcome.PASSED_OVER: 1}

    assert not is_live(article)
    assert run(LATER) == {}
    assert "had expired" in mail.outbox[0].body


def test_what_has_expired_is_taken_down_and_a_later_version_stays_scheduled():
    article = make_article(expire_at=EARLIER)
    article.expire_at = None
    article.save_revision(approved_go_live_at=LATER)

    assert run() == {Outcome.TAKEN_DOWN: 1}
    assert not is_live(article)
    assert run(LATER) == {Outcome.PUBLISHED: 1}
    assert is_live(article)


def test_records_are_taken_down_as_well():
    contributor = make_contributor(expire_at=EARLIER)

    run()

    assert not Contributor.objects.get(pk=contributor.pk).live


def test_one_failure_stops_nothing_else():
    poisoned, fine = make_scheduled(EARLIER, body=UNFINISHED), make_scheduled(NOW)

    assert run() == {Outcome.FAILED: 1, Outcome.PUBLISHED: 1}
    assert (is_live(poisoned), is_live(fine)) == (False, True)
    assert "[WHERE]" in Failure.objects.get().error


def test_a_failure_is_tried_again_after_longer_and_longer_pauses_and_told_of_once():
    author = User.objects.create_user("mira", "mira@courier.example")
    article = make_scheduled(NOW, body=UNFINISHED)
    article.revisions.update(user=author)
    moment = NOW

    for number, pause in enumerate(PAUSES, start=1):
        assert run(moment) == {Outcome.FAILED: 1}
        assert Failure.objects.get().attempts == number
        assert run(moment + timedelta(seconds=pause - 1)) == {}
        moment += timedelta(seconds=pause)

    assert [message.to for message in mail.outbox] == [["mira@courier.example"]]


def test_the_message_goes_to_whoever_scheduled_it_and_leads_to_the_page():
    author = User.objects.create_user("mira", "mira@courier.example")
    scheduler = User.objects.create_superuser("ines", "ines@courier.example")
    article = make_scheduled(NOW, body=UNFINISHED, title="Boats")
    article.revisions.update(user=author)
    log(article, "wagtail.publish.schedule", user=scheduler, revision=article.latest_revision)

    run()

    (message,) = mail.outbox
    assert message.to == ["ines@courier.example"]
    assert "Boats" in message.subject
    assert "“[WHERE]” looks unfinished" in message.body
    assert reverse("wagtailadmin_pages:edit", args=[article.pk]) in message.body


def test_a_mail_server_that_is_away_stops_nothing(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    article = make_scheduled(EARLIER, body=UNFINISHED)
    article.revisions.update(user=User.objects.create_user("mira", "mira@courier.example"))
    make_scheduled(NOW)

    assert run() == {Outcome.FAILED: 1, Outcome.PUBLISHED: 1}


def test_what_failed_goes_out_once_it_is_mended_and_the_failure_is_forgotten():
    article = make_scheduled(NOW, body=UNFINISHED)
    run()
    article.body = [("paragraph", "<p>Venn stated it in Sandmere.</p>")]
    article.revisions.update(approved_go_live_at=None)
    put_on_schedule(article, NOW)

    run(NOW + timedelta(seconds=PAUSES[0]))

    assert is_live(article)
    assert not Failure.objects.exists()


def test_a_failure_is_shown_in_the_report_and_beside_the_form(admin_client):
    article = make_scheduled(NOW, body=UNFINISHED, title="Boats")
    run()

    report = admin_client.get(reverse("scheduling_failures")).content.decode()
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()

    assert "Boats" in report
    assert "[WHERE]" in report
    assert "it failed 1 times" in re.sub(r"\s+", " ", form)


def test_a_runner_sleeps_until_the_next_moment_but_never_for_long():
    make_scheduled(LATER)

    assert next_moment(NOW) == LATER
    with time_machine.travel(LATER - timedelta(milliseconds=200), tick=False):
        assert seconds_until(LATER) == pytest.approx(0.2)
    assert seconds_until(LATER + timedelta(days=1)) == LONGEST_SLEEP
    assert seconds_until(None) == LONGEST_SLEEP


def test_a_clock_that_is_set_back_delays_and_repeats_nothing():
    article = make_scheduled(NOW)
    run(LATER)

    assert run(NOW - timedelta(hours=1)) == {}
    assert run(NOW) == {}
    assert times_published(article) == 1


@pytest.mark.parametrize("command", ["publish_scheduled", "publish_scheduled_pages", "run_scheduler"])
def test_a_crontab_may_call_it_by_any_of_its_names(command, capsys):
    article = make_scheduled(EARLIER)

    call_command(command, **({"once": True} if command == "run_scheduler" else {}))

    assert is_live(article)
    assert capsys.readouterr().out == "1 published\n"
