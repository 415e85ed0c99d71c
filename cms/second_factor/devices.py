"""What editors prove themselves with: their authenticator app, and recovery codes for the day it is lost."""

import logging
import secrets

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.mail import send_mail
from django.db import transaction
from django_otp import match_token
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

logger = logging.getLogger(__name__)

RECOVERY_CODES = 10
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # without letters that are read as others
TOLD = (
    "An authenticator app was set up for your account {user} on {site}. From now on it is asked for when you sign "
    "in.\n\nIf this was not you, tell whoever runs {site} at once."
)


def is_enrolled(user: AbstractBaseUser) -> bool:
    """Return whether an app was set up for a user."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def device_to_enrol(user: AbstractBaseUser) -> TOTPDevice:
    """Return the app that a user is setting up; it counts once a code of it was seen."""
    return TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "App"})[0]


@transaction.atomic
def enrol(device: TOTPDevice, code: str) -> list[str]:
    """Let an app count when its code is right; return the recovery codes, none when the code is wrong."""
    if not device.verify_token(code):
        return []
    TOTPDevice.objects.filter(user=device.user).exclude(pk=device.pk).delete()
    device.confirmed = True
    device.save()
    transaction.on_commit(lambda: _tell(device.user))
    return make_recovery_codes(device.user)


def prove(user: AbstractBaseUser, code: str) -> Device | None:
    """Return the device that a code is of; guesses are slowed down, and each code counts once."""
    return match_token(user, code.strip().replace(" ", "").lower())


@transaction.atomic
def make_recovery_codes(user: AbstractBaseUser) -> list[str]:
    """Return new recovery codes, each good for one time; earlier ones are void."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="Recovery codes")
    codes = ["".join(secrets.choice(ALPHABET) for _ in range(12)) for _ in range(RECOVERY_CODES)]
    device.token_set.bulk_create(device.token_set.model(device=device, token=code) for code in codes)
    return codes


def forget(user: AbstractBaseUser) -> None:
    """Forget a user's app and codes, so that another can be set up."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()


def _tell(user: AbstractBaseUser) -> None:
    site = settings.WAGTAIL_SITE_NAME
    try:
        send_mail(f"Signing in to {site}", TOLD.format(user=user, site=site), None, [user.email])  # type: ignore[attr-defined]
    except OSError:
        logger.warning("%s could not be told of the authenticator app.", user, exc_info=True)
