"""From an article to a banner on air in two clicks: “Flash banner” beside the article, then “Put on air”."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from news.admin.columns import BANNER_COLUMNS
from news.admin.editing import NewsroomPageViewSet
from news.admin.listings import BannerExplorer
from news.banners import headline_of
from news.gate.editing import GatedCreateView
from news.models import Article, FlashBanner, FlashDesk
from news.permissions import PUT_ON_AIR


class BannerCreateView(GatedCreateView):
    """The form of a new banner, filled in from an article when one is given."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the form."""
        article_id = request.GET.get("article", "")
        article = Article.objects.filter(pk=article_id).first() if article_id.isdecimal() else None
        if article:
            self.page.items = [headline_of(article)]
        return super().get(request)


class PutOnAirItem(PublishMenuItem):
    """“Put on air” in place of “Publish”."""

    label = "Put on air"
    icon_name = "bolt"


def lead_with_air(menu_items: list[ActionMenuItem], context: dict[str, Any]) -> None:
    """Put going on air first in the menu of a banner's form, for those who may."""
    page = context.get("page")
    is_banner = isinstance(page, FlashBanner) or isinstance(context.get("parent_page"), FlashDesk)
    publish = next((item for item in menu_items if isinstance(item, PublishMenuItem)), None)
    if is_banner and publish:
        menu_items.remove(publish)
        menu_items.insert(0, publish if page and page.live else PutOnAirItem())


class AnnounceButton(Button):
    """Leads from an article to a banner on it."""

    allow_in_dropdown = True

    @classmethod
    def for_page(cls, page: Page, user: Any) -> "AnnounceButton | None":
        """Return the button for an article that is out, to those who may use it."""
        if not (page.live and issubclass(page.specific_class, Article) and user.has_perm(PUT_ON_AIR)):
            return None
        return cls(
            "Flash banner",
            url=reverse("flash_desk_announce", args=[page.pk]),
            icon_name="bolt",
            classname="newsroom-announce",
            attrs={"aria-label": f"Flash banner on “{page.title}”"},
            priority=20,
        )


class BannerViewSet(NewsroomPageViewSet):
    """How banners are made and listed below their desk."""

    model = FlashBanner
    icon = "bolt"
    add_view_class = BannerCreateView
    index_view_class = BannerExplorer
    columns = BANNER_COLUMNS


def announce(request: HttpRequest, article_id: int) -> HttpResponse:
    """Lead from an article to the form of a banner on it, at the desk of the article's language."""
    article = get_object_or_404(Article, pk=article_id)
    if not request.user.has_perm(PUT_ON_AIR):
        raise PermissionDenied
    desk = FlashDesk.objects.filter(locale_id=article.locale_id).first()
    if desk is None:
        messages.error(
            request, f"{article.locale} has no flash desk. A manager adds one below its front page."
        )
        return redirect("flash_desk")
    form = reverse("wagtailadmin_pages:add", args=["news", "flashbanner", desk.pk])
    return redirect(f"{form}?{urlencode({'article': article.pk, 'next': reverse('flash_desk')})}")
