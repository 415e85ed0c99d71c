"""With the password alone, no page of the admin is reached, at no address of it."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.regex_helper import normalize

from cms.second_factor.gate import OPEN

pytestmark = pytest.mark.usefixtures("required")


def addresses():
    """Return an address for every pattern below /admin/, hooks' own and those of Wagtail's parts included."""
    root = next(each for each in get_resolver().url_patterns if str(each.pattern) == "admin/")
    return sorted({path for path, name in _below(root, "/") if name not in OPEN})


def _below(place: URLResolver, prefix: str):
    for each in place.url_patterns:
        path = prefix + _filled(place)
        if isinstance(each, URLPattern):
            yield path + _filled(each), each.name
        else:
            yield from _below(each, path)


def _filled(place: URLPattern | URLResolver) -> str:
    written = str(place.pattern)
    if "(?P" in written or written.startswith("^"):
        template, names = normalize(written)[0]
        return template % dict.fromkeys(names, "1")
    return re.sub(r"<[^>]+>", "1", written)


def test_the_walk_finds_the_admin():
    found = addresses()

    assert len(found) > 250
    assert {
        "/admin/",
        "/admin/pages/1/edit/",
        "/admin/images/",
        "/admin/users/",
        "/admin/reports/locked/",
    } <= set(found)


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_page_is_reached_with_the_password_alone(client, sign_in, method):
    sign_in()

    answers = {path: getattr(client, method)(path) for path in addresses()}

    reached = {
        path: answer.status_code
        for path, answer in answers.items()
        if answer.status_code != 302 or not answer.headers["Location"].startswith("/admin/second-factor/")
    }
    assert not reached


def test_a_script_of_the_page_is_refused_rather_than_led_away(client, sign_in):
    sign_in()

    answer = client.get("/admin/pages/", headers={"X-Requested-With": "XMLHttpRequest"})

    assert answer.status_code == 403


def test_a_session_of_a_device_that_was_removed_is_no_longer_trusted(client, sign_in, code, editor):
    sign_in()
    client.get("/admin/second-factor/")
    client.post("/admin/second-factor/", {"code": code()})
    before = client.get("/admin/").status_code

    editor.totpdevice_set.all().delete()

    assert (before, client.get("/admin/").status_code) == (200, 302)
