"""Whoever guesses passwords is locked out; the rest of the newsroom is not."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone


@pytest.fixture(autouse=True)
def locking(settings):
    """Switch on what tests that sign in without a request switch off."""
    settings.AXES_ENABLED = True
    settings.TRUSTED_PROXIES = 1


@pytest.fixture
def guess(client):
    """Submit a wrong password five times, from one address."""

    def submit(address="203.0.113.7", times=5):
        for _ in range(times):
            answer = client.post(
                "/admin/login/",
                {"username": "amina", "password": "wrong"},
                headers={"X-Forwarded-For": f"1.2.3.4, {address}"},
            )
        return answer

    return submit


def sign_in_from(client, address):
    """Sign in with the right password."""
    form = {"username": "amina", "password": "a-password-of-length", "next": "/admin/"}
    return client.post("/admin/login/", form, headers={"X-Forwarded-For": address})


def test_after_five_wrong_guesses_even_the_right_password_opens_nothing(client, editor, guess):
    locked = guess()

    assert locked.status_code == 429
    assert "Too many wrong passwords" in locked.content.decode()
    assert sign_in_from(client, "203.0.113.7").status_code == 429


def test_the_same_editor_signs_in_from_elsewhere(client, editor, guess):
    guess()

    assert sign_in_from(client, "198.51.100.20").status_code == 302


def test_a_quarter_of_an_hour_later_they_may_try_again(client, editor, guess):
    guess()

    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert sign_in_from(client, "203.0.113.7").status_code == 302


def test_writing_another_address_into_the_header_unlocks_nothing(client, editor, guess):
    guess()

    assert sign_in_from(client, "9.9.9.9, 203.0.113.7").status_code == 429
