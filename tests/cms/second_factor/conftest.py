"""An editor with a password, and the app on their phone."""

import pytest
from django.contrib.auth.models import User
from django.test import override_settings
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

PASSWORD = "a-password-of-length"


@pytest.fixture
def required():
    """Require the second factor."""
    with override_settings(SECOND_FACTOR_REQUIRED=True):
        yield


@pytest.fixture
def editor(db):
    """Return a user who may do everything."""
    return User.objects.create_superuser("amina", "amina@example.com", PASSWORD)


@pytest.fixture
def sign_in(client, editor):
    """Sign in the way an editor does: with the password, in Wagtail's own form."""

    def submit():
        form = {"username": "amina", "password": PASSWORD, "next": "/admin/"}
        return client.post("/admin/login/", form)

    return submit


@pytest.fixture
def code(editor):
    """Return the code that the editor's phone shows; the one of another half minute when asked twice."""
    shown = iter(range(9))

    def read() -> str:
        device = TOTPDevice.objects.get(user=editor)
        clock = TOTP(device.bin_key, device.step, device.t0, device.digits)
        clock.drift = next(shown)
        TOTPDevice.objects.update(tolerance=9)
        return f"{clock.token():06}"

    return read
