"""The newsroom's report of what readers searched: sums, nobody's searches, and no wait for any of it."""

import threading
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from search import asked, pending
from search.models import AskedQuery
from tests.builders import make_article

REPORT = "/admin/reports/searched/"


@pytest.fixture(autouse=True)
def _nothing_counted():
    asked.forget()
    yield
    asked.forget()


def sums():
    asked.write()
    return {each.words: (each.times, each.in_vain) for each in AskedQuery.objects.all()}


def test_what_readers_searched_is_added_up_by_day_with_what_found_nothing(search):
    make_article(title="Ferry late")

    for text in ("Ferry", "ferry!", "zeppelin"):
        search(text)
    assert sums() == {"ferry": (2, 0), "zeppelin": (1, 1)}

    search("ferry")
    assert sums()["ferry"] == (3, 0)


def test_an_answer_that_is_kept_is_counted_each_time_it_is_given(search, settings):
    make_article(title="Ferry late")

    with CaptureQueriesContext(connection) as first:
        search("ferry")
    with CaptureQueriesContext(connection) as again:
        search("ferry")

    assert len(again) < len(first)
    assert sums() == {"ferry": (2, 0)}


def test_the_pages_that_follow_are_not_counted_again(search):
    for number in range(3):
        make_article(title=f"Ferry {number}")
    page = search("ferry", first=2)

    search("ferry", first=2, after=page["pageInfo"]["endCursor"])

    assert sums() == {"ferry": (1, 0)}


@pytest.mark.parametrize(
    "text",
    ["jo@example.org", "tag:x by:jo@example.org", "0171 555 0123", "+44 (20) 7946-0958", "word " * 100, "🎉"],
)
def test_what_may_be_somebodys_own_is_not_counted(search, text):
    search(text)

    assert sums() == {}


def test_a_search_writes_nothing_itself(search):
    pending.flush()  # what an earlier test noted in this thread and rolled back
    with CaptureQueriesContext(connection) as queries:
        search("zeppelin")

    assert not [
        each["sql"] for each in queries if not each["sql"].lstrip(" (\n").startswith(("SELECT", "WITH"))
    ]


def test_days_that_are_too_long_ago_are_forgotten(search, settings):
    old = timezone.localdate() - timedelta(days=settings.SEARCH_REPORT_DAYS + 1)
    AskedQuery.objects.create(day=old, words="old", times=3, in_vain=0)
    search("ferry")

    assert sums() == {"ferry": (1, 1)}


def test_the_report_shows_the_most_frequent_first_and_what_found_nothing(db, client, django_user_model):
    today = timezone.localdate()
    for days, words, times, in_vain in (
        (0, "ferry", 5, 0),
        (1, "ferry", 4, 0),
        (0, "zeppelin", 7, 7),
        (40, "old", 99, 0),
    ):
        AskedQuery.objects.create(day=today - timedelta(days=days), words=words, times=times, in_vain=in_vain)
    user = django_user_model.objects.create_user("editor")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)

    def shown(query=""):
        return [
            (row["words"], row["total"], row["vain"])
            for row in client.get(REPORT + query).context["object_list"]
        ]

    assert shown() == [("old", 99, 0), ("ferry", 9, 0), ("zeppelin", 7, 7)]
    assert shown("?days=30") == [("ferry", 9, 0), ("zeppelin", 7, 7)]
    assert shown("?vain=yes") == [("zeppelin", 7, 7)]
    assert shown("?ordering=-vain")[0][0] == "zeppelin"
    assert b"zeppelin,7,7" in b"".join(client.get(REPORT + "?export=csv&vain=yes").streaming_content)


@pytest.mark.django_db(transaction=True)
def test_a_thread_writes_what_was_counted(settings):
    settings.SEARCH_REPORT_SECONDS = 0.01

    asked.note("ferry", in_vain=False)

    writer = next(each for each in threading.enumerate() if isinstance(each, threading.Timer))
    writer.join(10)
    assert AskedQuery.objects.get().words == "ferry"
