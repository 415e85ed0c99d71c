"""What browsers are told they may do with an answer, and on which host the admin answers."""

import pytest


@pytest.mark.django_db
def test_data_may_load_and_run_nothing(client):
    policies = {
        path: client.get(path)["Content-Security-Policy"]
        for path in ("/graphql/", "/documents/1/a.pdf", "/nowhere/")
    }

    assert set(policies.values()) == {"default-src 'none'; frame-ancestors 'none'"}


def test_the_admin_may_run_what_it_brings_and_nothing_from_elsewhere(client, db):
    policy = client.get("/admin/login/")["Content-Security-Policy"]

    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == "'self' 'unsafe-inline'"
    assert directives["connect-src"] == directives["form-action"] == "'self'"
    assert directives["base-uri"] == "'none'"


def test_no_answer_may_use_camera_microphone_or_place(client):
    refused = client.get("/nowhere/")["Permissions-Policy"].split(", ")

    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(refused)


@pytest.mark.django_db
def test_the_admin_answers_on_its_own_host_only(client, settings):
    settings.ADMIN_HOST = "desk.example"
    settings.ALLOWED_HOSTS = ["desk.example", "api.example"]

    asked = {
        host: client.get("/admin/login/", headers={"host": host}).status_code
        for host in settings.ALLOWED_HOSTS
    }

    assert asked == {"desk.example": 200, "api.example": 404}
    assert client.get("/graphql/", headers={"host": "api.example"}).status_code != 404
