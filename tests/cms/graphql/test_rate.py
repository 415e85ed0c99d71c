"""What one client may have worked out in a minute is counted by its cost."""

import pytest
import time_machine
from django.core.cache import cache

QUESTION = "{ site { name } }"
NOON = "2026-03-02T12:00:15Z"


@pytest.fixture(autouse=True)
def counting(settings, front_page):
    """Allow two questions a minute, and begin with none asked."""
    settings.GRAPHQL_POINTS_A_MINUTE = 2 * 1_001
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def ask(client):
    """Ask the question, from an address; a name each time, so that no cache answers for us."""
    asked = iter(range(100))

    def post(address="203.0.113.7"):
        query = QUESTION.replace("name", f"n{next(asked)}: name")
        return client.post(
            "/graphql/", {"query": query}, content_type="application/json", REMOTE_ADDR=address
        )

    return post


@time_machine.travel(NOON, tick=False)
def test_who_asks_too_much_is_told_when_to_ask_again(ask):
    answers = [ask().status_code for _ in range(2)]
    refused = ask()

    assert answers == [200, 200]
    assert (refused.status_code, refused["Retry-After"]) == (429, "45")
    assert refused.json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
    assert refused["Cache-Control"] == "no-store"


def test_others_are_not_refused_with_them(ask):
    with time_machine.travel(NOON, tick=False):
        for _ in range(3):
            ask()

        assert ask("198.51.100.20").status_code == 200


def test_the_next_minute_begins_anew(ask):
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(3):
            ask()
        clock.shift(45)

        assert ask().status_code == 200


@time_machine.travel(NOON, tick=False)
def test_a_network_of_ipv6_counts_as_one_client(ask):
    answers = [ask(f"2001:db8:0:1::{host}").status_code for host in (1, 2, 3)]

    assert answers == [200, 200, 429]


@time_machine.travel(NOON, tick=False)
def test_our_own_servers_may_ask_as_much_as_they_like(ask, settings):
    settings.RATE_LIMIT_EXEMPT = ["203.0.113.0/24"]

    assert {ask().status_code for _ in range(5)} == {200}
