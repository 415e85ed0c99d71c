"""The flash desk: what is on air, until when, what comes next, and what could be announced."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from cms.visibility import Visibility
from news.admin.columns import describe_articles, describe_banners
from news.admin.states import BannerState, banner_condition
from news.choices import Severity
from news.models import Article, FlashBanner
from news.permissions import PUT_ON_AIR
from news.queries import visible_articles

LATEST = 8
OVER_SINCE = timedelta(hours=24)


class FlashDeskView(WagtailAdminTemplateMixin, TemplateView):
    """The page of the flash desk. Everybody may look; the desk's members act."""

    template_name = "news/admin/flash_desk.html"
    page_title = "Flash desk"
    header_icon = "bolt"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather the banners by their state, and the stories that could be announced."""
        context = super().get_context_data(**kwargs)
        now = timezone.now()
        policy = Visibility(now)
        stories = list(
            visible_articles(policy).select_related("locale").order_by("-display_date", "-pk")[:LATEST]
        )
        describe_articles(stories)
        return {
            **context,
            "now": now,
            "may_act": self.request.user.has_perm(PUT_ON_AIR),
            "groups": banners_by_state(policy),
            "stories": stories,
            "this_page": reverse("flash_desk"),
        }

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Return where this page stands in the admin."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        """Return the buttons in the page's head: the list of all banners, and a new one for each language."""
        buttons = [HeaderButton("All banners", url=reverse("banners:index"), icon_name="list-ul")]
        if self.request.user.has_perm(PUT_ON_AIR):
            buttons.append(HeaderButton("New banner", url=reverse("banners:choose_parent"), icon_name="plus"))
        return buttons


def banners_by_state(policy: Visibility) -> list[dict[str, Any]]:
    """Return the groups of banners that the desk looks at, in the order in which it looks at them."""
    now = policy.now
    groups = []
    for state, heading, empty in (
        (BannerState.ON_AIR, "On air now", "Nothing is on air."),
        (BannerState.NEXT, "Coming next", "Nothing is planned."),
        (BannerState.DRAFT, "Not published", "No drafts."),
        (BannerState.OVER, "Over in the last 24 hours", "Nothing ended in the last 24 hours."),
    ):
        found = FlashBanner.objects.filter(banner_condition(state, now)).select_related("locale")
        if state is BannerState.OVER:
            found = found.filter(ends_at__gt=now - OVER_SINCE)
        banners = sorted(found.order_by("path")[:50], key=lambda banner: sorting(state, banner))
        groups.append({"state": state, "heading": heading, "empty": empty, "banners": banners})
    everything = [banner for group in groups for banner in group["banners"]]
    describe_banners(everything)
    describe_headlines(everything, policy)
    return groups


def sorting(state: BannerState, banner: FlashBanner) -> Any:
    """Return what a group's banners are sorted by: on air as readers get them, else by the clock."""
    if state is BannerState.ON_AIR:
        return Severity.values.index(banner.severity), banner.path
    return banner.starts_at if state is BannerState.NEXT else -banner.ends_at.timestamp()


def describe_headlines(banners: Sequence[FlashBanner], policy: Visibility) -> None:
    """Write each banner's headlines beside it, and whether readers get the link of each."""
    values = {
        banner.pk: [raw["value"] for raw in banner.items.raw_data if raw["type"] == "headline"]
        for banner in banners
    }
    linked = {value.get("article") for found in values.values() for value in found} - {None}
    visible = set(policy.pages(Article).filter(pk__in=linked).values_list("pk", flat=True))
    for banner in banners:
        banner.headlines = [
            {**value, "is_cut_off": bool(value.get("article")) and value["article"] not in visible}
            for value in values[banner.pk]
        ]
