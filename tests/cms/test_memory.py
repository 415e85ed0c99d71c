"""What is kept in memory is forgotten with the first change of the database, whoever made it."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.db import connection, transaction
from wagtail.models import Site

from cms.answers.settling import of_one_state
from cms.graphql.context import RequestContext
from cms.memory import Memory
from cms.models import SiteSettings
from tests.builders import make_section

pytestmark = pytest.mark.django_db(transaction=True)


def rename_elsewhere(name):
    """Rename the publication over a connection that this process knows nothing of."""
    settings = connection.get_connection_params()
    if connection.vendor == "sqlite":
        other = sqlite3.connect(settings["database"], uri=True)
    else:
        wanted = ("dbname", "host", "port", "user", "password")
        other = psycopg.connect(**{key: value for key, value in settings.items() if key in wanted})
    with other:
        other.execute(f"UPDATE cms_sitesettings SET name = '{name}'")
    other.close()


def greeted(words):
    """Greet as a request does that finds the greeting in memory, or says these words."""
    return of_one_state(lambda: Memory.of_now().kept("greeting", lambda: words))


def test_what_is_kept_is_kept_while_nothing_changes(front_page):
    assert greeted("hello") == "hello"

    assert greeted("good evening") == "hello"
    assert Memory.of_now().kept("greeting", lambda: "good evening") == "hello"


def test_what_was_read_in_a_later_state_is_nothing_for_an_earlier_one(front_page):
    SiteSettings.objects.create(site=Site.objects.get(), name="The Courier")

    def early():
        memory = Memory.of_now()
        rename_elsewhere("The Harbour Post")
        with ThreadPoolExecutor(1) as elsewhere:
            assert elsewhere.submit(late).result() == "The Harbour Post"
        return memory.kept("name", read_name)

    def late():
        try:
            return of_one_state(lambda: Memory.of_now().kept("name", read_name))
        finally:
            connection.close()

    assert of_one_state(early) == "The Courier"
    assert late() == "The Harbour Post"


def read_name():
    return SiteSettings.objects.get().name


def test_a_change_of_our_own_is_seen_at_once(front_page):
    assert RequestContext().settings.name == "Masthead"

    SiteSettings.objects.create(site=Site.objects.get(), name="The Courier")

    assert RequestContext().settings.name == "The Courier"


def test_a_change_by_another_process_is_seen_at_once(front_page):
    SiteSettings.objects.create(site=Site.objects.get(), name="The Courier")
    assert RequestContext().settings.name == "The Courier"

    rename_elsewhere("The Harbour Post")

    assert RequestContext().settings.name == "The Harbour Post"


def test_inside_a_transaction_nothing_is_kept(front_page):
    with transaction.atomic():
        assert Memory.of_now().kept("farewell", lambda: "goodbye") == "goodbye"

        assert Memory.of_now().kept("farewell", lambda: "good night") == "good night"


def test_a_change_that_is_rolled_back_leaves_no_trace(front_page):
    SiteSettings.objects.create(site=Site.objects.get(), name="The Courier")

    with transaction.atomic():
        SiteSettings.objects.update(name="The Harbour Post")
        assert RequestContext().settings.name == "The Harbour Post"
        transaction.set_rollback(True)

    assert RequestContext().settings.name == "The Courier"


def test_the_clock_closes_a_section_that_memory_holds(front_page, ask, time_machine):
    time_machine.move_to("2024-06-13 17:00:00Z", tick=False)
    make_section(title="Sport", expire_at="2024-06-13T18:00:00Z")
    assert ask("{ sections { title } }") == {"sections": [{"title": "Sport"}]}

    time_machine.move_to("2024-06-13 18:00:00Z", tick=False)

    assert ask("{ sections { title } }") == {"sections": []}


@pytest.mark.postgresql  # a file has no server that could go away
def test_a_connection_that_broke_is_made_anew(front_page, ask):
    ask("{ sections { title } }")
    with psycopg.connect(
        **{
            key: value
            for key, value in connection.get_connection_params().items()
            if key in ("dbname", "host", "port", "user", "password")
        }
    ) as other:
        other.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])

    assert ask("{ sections { title } }") == {"sections": []}
