"""Keeping a banner on air longer: a deliberate act, on the record."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Site

from cms.admin.moments import MomentField
from news.admin.states import BannerState, banner_condition
from news.banners import UnpublishedChanges, extend
from news.models import FlashBanner, NewsSettings


class ExtensionForm(forms.Form):
    """Until when, and why."""

    until = MomentField(label="On air until", help_text="A moment after the announced end.")
    reason = forms.CharField(
        max_length=200,
        required=False,
        help_text="For the record, such as “Search still under way”. May be empty.",
    )

    def __init__(self, *args: Any, announced: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.announced = announced

    def clean_until(self) -> datetime:
        """Refuse a moment that would not be an extension."""
        until = self.cleaned_data["until"]
        if until <= max(self.announced, timezone.now()):
            raise forms.ValidationError(
                "Choose a moment after the announced end; to end it sooner, take it off air."
            )
        return until


class ExtendView(WagtailAdminTemplateMixin, FormView):
    """Asks until when a banner stays on air, and writes the answer down."""

    template_name = "news/admin/extend_banner.html"
    page_title = "Extend"
    header_icon = "bolt"
    form_class = ExtensionForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        now = timezone.now()
        on_air = FlashBanner.objects.filter(banner_condition(BannerState.ON_AIR, now))
        self.banner: FlashBanner = get_object_or_404(on_air, pk=kwargs["banner_id"])
        if not self.banner.permissions_for_user(request.user).can_publish():
            raise PermissionDenied

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Return where this page stands in the admin."""
        desk = {"url": reverse("flash_desk"), "label": "Flash desk"}
        return [
            *self.breadcrumbs_items,
            desk,
            {"url": "", "label": self.page_title, "sublabel": self.banner.title},
        ]

    def get_page_subtitle(self) -> str:
        """Return which banner it is about."""
        return self.banner.title

    def get_initial(self) -> dict[str, Any]:
        """Propose the announced end and the newsroom's usual lifetime on top."""
        site = Site.objects.filter(is_default_site=True).first()
        minutes = NewsSettings.for_site(site).banner_lifetime_minutes
        return {"until": self.banner.ends_at + timedelta(minutes=minutes)}

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form the announced end."""
        return {**super().get_form_kwargs(), "announced": self.banner.ends_at}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the page is drawn from."""
        context = super().get_context_data(**kwargs)
        return {**context, "banner": self.banner, "media": context["form"].media}

    def form_valid(self, form: ExtensionForm) -> HttpResponse:
        """Extend, say so, and go back to the desk."""
        until = form.cleaned_data["until"]
        try:
            extend(self.banner, until=until, user=self.request.user, reason=form.cleaned_data["reason"])
        except UnpublishedChanges:
            form.add_error(None, "It has changes that are not published. Publish them first, or undo them.")
            return self.form_invalid(form)
        moment = date_format(timezone.localtime(until), "j F, H:i")
        messages.success(self.request, f"“{self.banner.title}” stays on air until {moment}.")
        return redirect("flash_desk")
