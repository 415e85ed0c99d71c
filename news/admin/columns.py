"""The columns of lists of articles and banners, and what they need loaded once for the whole list."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn
from wagtail.models import Page

from cms.admin.paginator import BoundedTitleColumn
from news.admin.states import BannerState, banner_state, is_embargoed
from news.models import Article, Byline, FlashBanner


class MomentColumn(Column):
    """A moment, to the minute, in the time zone of the newsroom."""

    cell_template_name = "news/admin/cells/moment.html"


class ArticleStateColumn(BaseColumn):
    """Whether readers have a page, and if not, why."""

    cell_template_name = "news/admin/cells/article_state.html"

    def get_cell_context_data(self, instance: Page, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Return what the cell is drawn from."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "embargoed": is_embargoed(instance, timezone.now())}


class BannerStateColumn(BaseColumn):
    """Where a banner is between its writing and its end."""

    cell_template_name = "news/admin/cells/banner_state.html"

    def get_cell_context_data(self, instance: FlashBanner, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Return what the cell is drawn from."""
        context = super().get_cell_context_data(instance, parent_context)
        state = banner_state(instance, timezone.now())
        return {**context, "state": state, "on_air": state is BannerState.ON_AIR}


ARTICLE_COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    BoundedTitleColumn("title", label="Headline", sort_key="title", classname="title"),
    Column("section_title", label="Section", width="14%"),
    Column("byline_text", label="Byline", width="16%"),
    MomentColumn("display_date", label="Display date", sort_key="display_date", width="13%"),
    ArticleStateColumn("state", label="State", width="12%"),
]
CHILD_COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    BoundedTitleColumn("title", label="Title", sort_key="title", classname="title"),
    Column("byline_text", label="Byline", width="15%"),
    MomentColumn("display_date", label="Display date", width="13%"),
    Column("kind_text", label="Kind", width="10%"),
    ArticleStateColumn("state", label="State", width="12%"),
]
BANNER_COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    BoundedTitleColumn("title", label="Banner", sort_key="title", classname="title"),
    Column("severity", label="Severity", accessor="get_severity_display", sort_key="severity", width="9%"),
    Column("target_text", label="Sections", width="14%"),
    MomentColumn("starts_at", label="On air from", sort_key="starts_at", width="12%"),
    MomentColumn("ends_at", label="Until", sort_key="ends_at", width="12%"),
    BannerStateColumn("state", label="State", width="10%"),
]


def describe_articles(pages: Sequence[Page]) -> None:
    """Write each page's byline, section and kind beside it, with two statements for the whole list."""
    articles = [page for page in pages if isinstance(page, Article)]
    names = defaultdict(list)
    bylines = Byline.objects.filter(article__in=[article.pk for article in articles]).order_by(
        "sort_order", "pk"
    )
    for article_id, name in bylines.values_list("article_id", "contributor__name"):
        names[article_id].append(name)
    sections = titles({article.home_section_id for article in articles})
    for page in pages:
        page.kind_text = page.get_kind_display() if isinstance(page, Article) else page.page_type_display_name
        page.byline_text = ", ".join(names[page.pk])
        page.section_title = sections.get(getattr(page, "home_section_id", None), "")


def describe_banners(banners: Sequence[FlashBanner]) -> None:
    """Write the sections that each banner is aimed at beside it."""
    targets = defaultdict(list)
    aimed = FlashBanner.sections.through.objects.filter(flashbanner__in=[banner.pk for banner in banners])
    for banner_id, title in aimed.values_list("flashbanner_id", "section__title"):
        targets[banner_id].append(title)
    for banner in banners:
        banner.target_text = ", ".join(sorted(targets[banner.pk])) or "Everywhere"


def titles(keys: set[int | None]) -> dict[int, str]:
    """Return the titles of pages by their keys."""
    return dict(Page.objects.filter(pk__in=keys - {None}).values_list("pk", "title"))
