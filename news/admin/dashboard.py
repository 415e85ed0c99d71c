"""The dashboard's panels: what is on the front page, the flash banners, and drafts of one's own."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.models import Locale

from cms.visibility import Visibility
from news.admin.columns import describe_articles, describe_banners
from news.admin.flash_desk import describe_headlines
from news.admin.states import BannerState, banner_condition, banner_state
from news.models import Article, FlashBanner, FrontPage, LeadStory
from news.permissions import PUT_ON_AIR, reaches_articles

NEWEST = 5
DRAFTS = 10
BANNERS = 10


class FrontPagePanel(Component):
    """What stands on top of each front page, and which of it readers do not have."""

    name = "front_page"
    order = 240
    template_name = "news/admin/dashboard/front_page.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return each language's lead stories and the newest after them."""
        policy = Visibility()
        user = parent_context["request"].user
        papers = [
            {
                "page": page,
                "stories": stories_of(page, policy),
                "may_edit": page.permissions_for_user(user).can_edit(),
            }
            for page in FrontPage.objects.filter(live=True).select_related("locale").order_by("path")
        ]
        describe_articles([story for paper in papers for story in paper["stories"]])
        return {"papers": papers}


def stories_of(front_page: FrontPage, policy: Visibility) -> list[Article]:
    """Return a front page's lead stories in order, hidden ones marked, then the newest of its language."""
    keys = LeadStory.objects.filter(front_page=front_page).order_by("sort_order", "pk")
    lead = Article.objects.defer_streamfields().in_bulk(list(keys.values_list("article_id", flat=True)))
    visible = policy.pages(Article).defer_streamfields()
    shown = set(visible.filter(pk__in=lead).values_list("pk", flat=True))
    # Said by exclusion: from the language's own index, a database would read and sort all its articles.
    others = Locale.objects.exclude(pk=front_page.locale_id).values_list("pk", flat=True)
    newest = visible.exclude(pk__in=lead).exclude(locale_id__in=list(others))
    newest = newest.order_by("-display_date", "-pk")[:NEWEST]
    stories = [lead[key] for key in keys.values_list("article_id", flat=True)] + list(newest)
    for story in stories:
        story.is_lead = story.pk in lead
        story.is_hidden = story.is_lead and story.pk not in shown
    return stories


class BannersPanel(Component):
    """What is on air and what comes next."""

    name = "banners"
    order = 230
    template_name = "news/admin/dashboard/banners.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the banners on air, then those that are planned."""
        policy = Visibility()
        current = banner_condition(BannerState.ON_AIR, policy.now) | banner_condition(
            BannerState.NEXT, policy.now
        )
        banners = list(
            FlashBanner.objects.filter(current).select_related("locale").order_by("starts_at", "pk")[:BANNERS]
        )
        describe_banners(banners)
        describe_headlines(banners, policy)
        for banner in banners:
            banner.state = banner_state(banner, policy.now)
        return {"banners": banners, "may_act": parent_context["request"].user.has_perm(PUT_ON_AIR)}


class MyDraftsPanel(Component):
    """Articles of one's own that are not out, or not in their latest words."""

    name = "my_drafts"
    order = 225
    template_name = "news/admin/dashboard/my_drafts.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the drafts one touched last."""
        unfinished = Q(live=False, expired=False) | Q(has_unpublished_changes=True)
        mine = Article.objects.filter(unfinished, owner=parent_context["request"].user)
        drafts = list(
            mine.defer_streamfields()
            .specific()
            .annotate_approved_schedule()
            .prefetch_workflow_states()
            .order_by("-latest_revision_created_at")[:DRAFTS]
        )
        describe_articles(drafts)
        return {"drafts": drafts}


def arrange(request: HttpRequest, panels: list[Component]) -> None:
    """Put the newsroom's panels below what waits for the user's approval, and above their latest edits."""
    panels.extend([FrontPagePanel(), BannersPanel()])
    if reaches_articles(request.user):
        panels.append(MyDraftsPanel())
