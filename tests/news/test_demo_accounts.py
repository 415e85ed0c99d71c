"""The demo's users sign in with a password that only its owner can read."""

import stat

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group, User

from news.demo.accounts import load_accounts, password_file

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.VAR = tmp_path / "var"
    settings.DEMO_PASSWORD = ""


def kept_password():
    return password_file().read_text().strip()


def test_the_password_is_made_up_and_kept_for_its_owner_alone():
    load_accounts()

    assert len(kept_password()) >= 12
    assert stat.S_IMODE(password_file().stat().st_mode) == 0o600
    assert authenticate(username="editor", password=kept_password())


def test_a_second_loading_keeps_the_password():
    load_accounts()
    first = kept_password()

    load_accounts()

    assert kept_password() == first


def test_the_password_may_be_chosen(settings):
    settings.DEMO_PASSWORD = "lamp-and-wave"

    load_accounts()

    assert authenticate(username="reporter", password="lamp-and-wave")


def test_a_password_chosen_later_replaces_the_one_made_up(settings):
    load_accounts()
    settings.DEMO_PASSWORD = "lamp-and-wave"

    load_accounts()

    assert authenticate(username="admin", password="lamp-and-wave")
    assert kept_password() == "lamp-and-wave"


def test_a_password_that_somebody_set_for_themselves_stays(settings):
    admin = load_accounts()["admin"]
    admin.set_password("my own business")
    admin.save()
    settings.DEMO_PASSWORD = "lamp-and-wave"

    load_accounts()

    assert authenticate(username="admin", password="my own business")


def test_only_the_administrator_is_above_the_groups():
    load_accounts()

    assert list(User.objects.filter(is_superuser=True).values_list("username", flat=True)) == ["admin"]
    assert User.objects.get(username="reporter").groups.exists()
    assert User.objects.get(username="editor").groups.exists()


def test_where_the_newsrooms_groups_were_removed_wagtails_own_serve():
    Group.objects.filter(name="Reporters").delete()

    load_accounts()

    assert User.objects.get(username="reporter").groups.get().name == "Editors"
