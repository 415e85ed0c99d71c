"""What the environment says is read by kind, and everything that cannot be read is told at once."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from settings.env import Environment

SECRET = "a-long-secret-0123456789-" * 3


@pytest.mark.parametrize(("written", "read"), [("true", True), ("YES", True), ("1", True), ("off", False)])
def test_yes_and_no_are_read_in_the_usual_spellings(written, read):
    assert Environment({"FLAG": written}).bool("FLAG") is read


def test_an_empty_value_counts_as_none():
    assert Environment({"SECONDS": " "}).int("SECONDS", default=30) == 30


def test_addresses_lose_the_slash_at_their_end():
    assert Environment({"ADDRESS": "https://cms.example/"}).address("ADDRESS") == "https://cms.example"


def test_a_secret_may_stand_in_a_file(tmp_path):
    (tmp_path / "key").write_text(f"{SECRET}\n")

    assert Environment({"KEY_FILE": str(tmp_path / "key")}).secret("KEY") == SECRET


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("int", "five"),
        ("int", "-5"),
        ("float", "five"),
        ("bool", "maybe"),
        ("address", "cms.example"),
        ("secret", "secret"),
        ("secret", "a" * 60),
        ("db", "db.internal"),
        ("db", "postgres://db.internal"),
    ],
)
def test_what_cannot_be_read_stops_the_start(kind, written):
    environment = Environment({"NAME": written})

    getattr(environment, kind)("NAME")

    with pytest.raises(ImproperlyConfigured, match="NAME is "):
        environment.stop_if_unreadable()


def test_everything_that_is_wrong_is_told_at_once_and_no_value_with_it():
    environment = Environment({"SECONDS": "hunter2", "DATABASE": "hunter2", "KEY_FILE": "/nowhere/key"})

    environment.int("SECONDS")
    environment.db("DATABASE")
    environment.secret("KEY")
    environment.list("HOSTS")

    with pytest.raises(ImproperlyConfigured) as stopped:
        environment.stop_if_unreadable()
    assert [line.split()[0] for line in str(stopped.value).splitlines()[1:]] == [
        "DATABASE",
        "HOSTS",
        "KEY",
        "SECONDS",
    ]
    assert "hunter2" not in str(stopped.value)


def test_what_is_well_stops_nothing():
    environment = Environment({"SECONDS": "5", "DATABASE": "postgres://masthead@db.internal/masthead"})

    environment.int("SECONDS")
    environment.db("DATABASE")

    environment.stop_if_unreadable()
