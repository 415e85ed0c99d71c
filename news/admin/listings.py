"""The lists of articles and banners, and what editors see of them when they walk the page tree."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.pages.create import AddSubpageView
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page

from cms.admin.keys_first import KeysFirstExplorerMixin, KeysFirstMixin
from news.admin.columns import (
    ARTICLE_COLUMNS,
    BANNER_COLUMNS,
    CHILD_COLUMNS,
    describe_articles,
    describe_banners,
)
from news.admin.editing import NewsroomPageViewSet
from news.admin.filters import ArticleFilterSet, BannerFilterSet
from news.models import Article, FlashBanner, FrontPage, Section
from news.permissions import may_create, reaches_articles


class ArticleIndexView(KeysFirstMixin, IndexView):
    """All articles that the user reaches, newest first."""

    default_ordering = "-display_date"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Load what the columns show, once for the whole list."""
        context = super().get_context_data(**kwargs)
        describe_articles(context["object_list"])
        return context


class BannerIndexView(KeysFirstMixin, IndexView):
    """All flash banners, the latest first."""

    default_ordering = "-starts_at"
    breadcrumbs_items = [
        {"url": reverse_lazy("wagtailadmin_home"), "label": "Home"},
        {"url": reverse_lazy("flash_desk"), "label": "Flash desk"},
    ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Load what the columns show, once for the whole list."""
        context = super().get_context_data(**kwargs)
        describe_banners(context["object_list"])
        return context


class ArticlesItem(MenuItem):
    """“Articles” in the menu."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the user would find anything."""
        return reaches_articles(request.user)


class ArticleListing(PageListingViewSet):
    """The list of all articles."""

    name = "articles"
    model = Article
    icon = "doc-full"
    menu_label = "Articles"
    menu_order = 110
    add_to_admin_menu = True
    menu_item_class = ArticlesItem
    index_view_class = ArticleIndexView
    columns = ARTICLE_COLUMNS
    filterset_class = ArticleFilterSet


class BannerListing(PageListingViewSet):
    """All flash banners, reached from the flash desk."""

    name = "banners"
    model = FlashBanner
    icon = "bolt"
    index_view_class = BannerIndexView
    columns = BANNER_COLUMNS
    filterset_class = BannerFilterSet


class NewsroomExplorer(KeysFirstExplorerMixin, ExplorableIndexView):
    """What stands below a front page or section: sections and articles with their bylines and states."""

    default_ordering = "-latest_revision_created_at"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Load what the columns show, once for the whole list."""
        context = super().get_context_data(**kwargs)
        describe_articles(context["object_list"])
        return context


class FrontPageExplorer(NewsroomExplorer):
    """What stands below a front page, sections in the order readers have them."""

    default_ordering = "path"


class BannerExplorer(KeysFirstExplorerMixin, ExplorableIndexView):
    """What a flash desk keeps, in the editors' order."""

    default_ordering = "-starts_at"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Load what the columns show, once for the whole list."""
        context = super().get_context_data(**kwargs)
        describe_banners(context["object_list"])
        return context


class AddChildView(AddSubpageView):
    """Offers the page types that the user may create, and asks nothing when there is only one."""

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Answer with the choice, or go on to the form."""
        models = {
            model._meta.label_lower: model for model in type(self.parent_page).creatable_subpage_models()
        }
        offered = [
            choice
            for choice in context["page_types"]
            if may_create(self.request.user, models[f"{choice[1]}.{choice[2]}"])
        ]
        if len(offered) == 1:
            _, app_label, model_name, _ = offered[0]
            return redirect("wagtailadmin_pages:add", app_label, model_name, self.parent_page.pk)
        return super().render_to_response({**context, "page_types": offered}, **kwargs)


class HoldingPageViewSet(NewsroomPageViewSet):
    """Pages that hold sections and articles: how their children are listed and added."""

    index_view_class = NewsroomExplorer
    add_subpage_view_class = AddChildView
    columns = CHILD_COLUMNS

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """List children of every type, not only pages like the one that holds them."""
        return super().get_index_view_kwargs(**{"model": Page, **kwargs})

    @property
    def parent_models(self) -> list[type[Page]]:
        """The page types whose children are listed this way: the viewset's own."""
        return [self.model]


class FrontPageViewSet(HoldingPageViewSet):
    """How a front page's children are listed."""

    model = FrontPage
    index_view_class = FrontPageExplorer


class SectionViewSet(HoldingPageViewSet):
    """How a section's children are listed."""

    model = Section


def refuse_structure(request: HttpRequest, parent_page: Page, page_class: type[Page]) -> None:
    """Refuse whoever would shape the paper without being asked to, whatever address they typed."""
    if not may_create(request.user, page_class):
        raise PermissionDenied
