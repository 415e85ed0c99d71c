"""Every answer has an id, by which it is found in the log."""

import re

import pytest


@pytest.mark.parametrize("path", ["/nowhere/", "/static/nowhere.css"])
def test_every_answer_has_an_id_of_its_own(client, path):
    first, second = client.get(path)["X-Request-ID"], client.get(path)["X-Request-ID"]

    assert re.fullmatch("[0-9a-f]{32}", first)
    assert first != second


def test_a_proxys_id_is_taken_over(client):
    response = client.get("/nowhere/", headers={"X-Request-ID": "edge-7f3a.42_b"})

    assert response["X-Request-ID"] == "edge-7f3a.42_b"


@pytest.mark.parametrize(
    "proposed", ["short", "x" * 65, "with space", "line\nbreak", "<script>", "ünïcödé-id"]
)
def test_an_id_that_could_do_harm_in_a_log_is_not(client, proposed):
    response = client.get("/nowhere/", headers={"X-Request-ID": proposed})

    assert re.fullmatch("[0-9a-f]{32}", response["X-Request-ID"])
