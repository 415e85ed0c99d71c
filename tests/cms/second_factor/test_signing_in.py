"""Signing in with a password and a second factor, from the first day to the lost phone."""

import re
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

PAGE = "/admin/second-factor/"

pytestmark = pytest.mark.usefixtures("required")


@pytest.fixture
def enrolled(client, sign_in, code, django_capture_on_commit_callbacks):
    """Set up the app as on the first day, and sign out; returns the recovery codes."""
    sign_in()
    client.get(PAGE)
    with django_capture_on_commit_callbacks(execute=True):
        shown = client.post(PAGE, {"code": code()}).content.decode()
    client.post("/admin/logout/")
    return re.findall(r"<code>(\w+)</code>", shown)


def test_on_the_first_day_an_app_is_set_up_and_opens_the_admin(client, sign_in, code):
    sign_in()
    asked = client.get("/admin/reports/", follow=True)

    shown = client.post(PAGE, {"code": code(), "next": "/admin/reports/locked/"})

    assert "Set up your second factor" in asked.content.decode()
    assert len(re.findall(r"<code>\w{12}</code>", shown.content.decode())) == 10
    assert 'href="/admin/reports/locked/"' in shown.content.decode()
    assert client.get("/admin/").status_code == 200


def test_whoever_sets_one_up_is_told_by_mail(enrolled):
    assert [letter.to for letter in mail.outbox] == [["amina@example.com"]]


def test_on_other_days_a_code_is_asked_for(client, sign_in, code, enrolled):
    sign_in()
    asked = client.get("/admin/", follow=True)

    opened = client.post(PAGE, {"code": code(), "next": "/admin/account/"})

    assert "Your code" in asked.content.decode()
    assert opened.headers["Location"] == "/admin/account/"
    assert client.get("/admin/account/").status_code == 200


@pytest.mark.parametrize("guess", ["000000", "", "abc", "0" * 32])
def test_a_wrong_code_opens_nothing(client, sign_in, enrolled, guess):
    sign_in()

    client.post(PAGE, {"code": guess})

    assert client.get("/admin/").headers["Location"].startswith(PAGE)


def test_guessing_is_slowed_down_even_for_the_right_code(client, sign_in, code, enrolled):
    sign_in()
    client.post(PAGE, {"code": "000000"})

    client.post(PAGE, {"code": code()})

    assert client.get("/admin/").status_code == 302


def test_a_code_counts_once(client, sign_in, code, enrolled):
    sign_in()
    used = code()
    client.post(PAGE, {"code": used})
    client.post("/admin/logout/")

    sign_in()
    client.post(PAGE, {"code": used})

    assert client.get("/admin/").status_code == 302


def test_a_recovery_code_opens_the_account_once(client, sign_in, enrolled):
    sign_in()
    first = client.post(PAGE, {"code": f" {enrolled[0].upper()} "})
    client.post("/admin/logout/")
    sign_in()
    again = client.post(PAGE, {"code": enrolled[0]})

    assert (first.status_code, again.status_code) == (302, 200)
    assert StaticToken.objects.count() == 9


def test_new_recovery_codes_make_the_earlier_ones_void(client, sign_in, code, enrolled):
    sign_in()
    client.post(PAGE, {"code": code()})

    client.post(f"{PAGE}codes/")

    assert StaticToken.objects.count() == 10
    assert not StaticToken.objects.filter(token__in=enrolled).exists()


def test_the_account_menu_leads_to_the_codes(client, sign_in, code, enrolled):
    sign_in()
    client.post(PAGE, {"code": code()})

    assert PAGE in client.get("/admin/account/").content.decode()


def test_nobody_is_led_to_another_site_afterwards(client, sign_in, code, enrolled):
    sign_in()

    opened = client.post(PAGE, {"code": code(), "next": "https://elsewhere.example/"})

    assert opened.headers["Location"] == "/admin/"


def test_whoever_lost_everything_is_let_in_by_whoever_runs_the_site(client, sign_in, enrolled):
    call_command("reset_second_factor", "amina", stdout=StringIO())

    sign_in()

    assert "Set up your second factor" in client.get("/admin/", follow=True).content.decode()
    assert not TOTPDevice.objects.filter(confirmed=True).exists()


def test_where_it_is_not_required_it_is_still_asked_of_those_who_have_one(
    client, sign_in, enrolled, settings
):
    settings.SECOND_FACTOR_REQUIRED = False
    sign_in()
    asked = client.get("/admin/").status_code
    TOTPDevice.objects.all().delete()

    assert (asked, client.get("/admin/").status_code) == (302, 200)
