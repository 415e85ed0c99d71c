"""GraphiQL: in development only, from our own files, opened on a query that works."""

import re

import pytest
from django.conf import settings as django_settings
from django.contrib.staticfiles import finders

from tests.builders import make_article, make_section


def test_there_is_no_graphiql_where_the_setting_does_not_ask_for_it(client, settings):
    settings.GRAPHIQL = False

    assert client.get("/graphiql/").status_code == 404


def test_the_page_names_files_of_ours_and_nobody_elses(client):
    page = client.get("/graphiql/").content.decode()

    files = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert len(files) == 7
    for file in files:
        assert file == "data:," or finders.find(file.removeprefix(django_settings.STATIC_URL))


@pytest.mark.django_db
def test_the_example_is_answered(ask):
    make_article(section=make_section(title="Politics"), title="Budget passed")

    answer = ask(django_settings.GRAPHIQL_EXAMPLE.read_text())

    assert answer["frontPage"]["lead"][0]["title"] == "Budget passed"
    assert answer["frontPage"]["sections"][0]["title"] == "Politics"


@pytest.mark.django_db(transaction=True)
def test_it_asks_the_example_in_a_browser_and_nothing_of_the_world_outside(live_server, browser):
    make_article(title="Budget passed")
    page = browser.new_page()
    asked, failures = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failures.append(error))

    page.goto(f"{live_server.url}/graphiql/")
    page.click(".graphiql-execute-button")
    page.wait_for_selector("text=Budget passed", timeout=20_000)

    assert failures == []
    assert [url for url in asked if not url.startswith((live_server.url, "data:"))] == []
    assert page.context.cookies() == []
