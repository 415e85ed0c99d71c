"""Setting up an authenticator app, proving oneself with it, and new recovery codes."""

import segno
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django_otp import login
from django_otp.plugins.otp_totp.models import TOTPDevice

from cms.second_factor.devices import (
    device_to_enrol,
    enrol,
    forget,
    is_enrolled,
    make_recovery_codes,
    prove,
)
from cms.second_factor.gate import is_proved

WRONG = "This code is not right, or not any more. Codes change every half minute; after wrong ones, wait a little."


class CodeForm(forms.Form):
    """Takes a code from an app, or a recovery code."""

    code = forms.CharField(
        max_length=32,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}
        ),
    )


@never_cache
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for a code; of those who have set nothing up, set it up first."""
    user = request.user
    if not is_enrolled(user):  # type: ignore[arg-type]  # the admin lets nobody anonymous in
        return _enrol(request)
    if user.is_verified():  # type: ignore[union-attr]
        return render(request, "cms/second_factor/account.html")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        device = prove(user, form.cleaned_data["code"])  # type: ignore[arg-type]
        if device:
            login(request, device)
            return redirect(_next(request))
        form.add_error("code", WRONG)
    return render(request, "cms/second_factor/ask.html", {"form": form, "next": _next(request)})


@never_cache
@require_POST
def renew_codes(request: HttpRequest) -> HttpResponse:
    """Show new recovery codes, once."""
    codes = make_recovery_codes(request.user)  # type: ignore[arg-type]
    return render(request, "cms/second_factor/codes.html", {"codes": codes, "next": _next(request)})


@never_cache
@require_POST
def replace(request: HttpRequest) -> HttpResponse:
    """Forget the app, so that another is set up at once."""
    forget(request.user)  # type: ignore[arg-type]
    return redirect("second_factor")


def _enrol(request: HttpRequest) -> HttpResponse:
    device = device_to_enrol(request.user)  # type: ignore[arg-type]
    form = CodeForm(request.POST or None)
    if form.is_valid():
        codes = enrol(device, form.cleaned_data["code"].strip().replace(" ", ""))
        if codes:
            login(request, device)
            return render(request, "cms/second_factor/codes.html", {"codes": codes, "next": _next(request)})
        form.add_error("code", WRONG)
    picture = segno.make(device.config_url).svg_inline(scale=5, border=2, light="white")
    shown = {"form": form, "next": _next(request), "key": _key(device), "picture": mark_safe(picture)}  # noqa: S308 - drawn here
    return render(request, "cms/second_factor/enrol.html", {**shown, "required": _is_required(request)})


def _is_required(request: HttpRequest) -> bool:
    return settings.SECOND_FACTOR_REQUIRED and not is_proved(request)


def _key(device: TOTPDevice) -> str:
    """Return an app's key as it is typed in, in groups of four."""
    key = device.config_url.split("secret=")[1].split("&")[0]
    return " ".join(key[place : place + 4] for place in range(0, len(key), 4))


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, request.get_host(), require_https=request.is_secure()):
        return wanted
    return reverse("wagtailadmin_home")
