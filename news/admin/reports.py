"""The report of what waits for its moment: embargoes that end, pages that are published or taken down."""

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, Revision

from cms.admin.clock import site_zone
from news.admin.columns import MomentColumn, describe_articles
from news.admin.states import state_text
from news.models import Article


@dataclass(slots=True)
class Waiting:
    """One moment that changes what readers have. What stands with a default is filled in when it is shown."""

    moment: datetime
    what: str
    page_id: int
    title: str = ""
    section: str = ""
    byline: str = ""
    state: str = ""


def waiting(now: datetime) -> list[Waiting]:
    """Return every coming moment, the next one first."""
    embargoes = Article.objects.filter(embargo_until__gt=now).values_list("embargo_until", "pk")
    scheduled = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    expiries = Page.objects.filter(live=True, expire_at__gt=now).values_list("expire_at", "pk")
    moments = [
        *(Waiting(moment, "Embargo ends", pk) for moment, pk in embargoes),
        *(
            Waiting(moment, "Is published" if moment > now else "Is overdue", int(pk))
            for moment, pk in scheduled.values_list("approved_go_live_at", "object_id")
        ),
        *(Waiting(moment, "Is taken down", pk) for moment, pk in expiries),
    ]
    return sorted(moments, key=attrgetter("moment", "page_id", "what"))


def describe(moments: list[Waiting], now: datetime) -> None:
    """Write beside each moment which page it is about, with as many statements for one as for a thousand."""
    pages = Page.objects.filter(pk__in={moment.page_id for moment in moments}).defer_streamfields().specific()
    found = {page.pk: page for page in pages.prefetch_workflow_states().annotate_approved_schedule()}
    describe_articles(list(found.values()))
    for moment in moments:
        page = found.get(moment.page_id)
        if page is not None:
            moment.title, moment.state = page.title, state_text(page, now)
            moment.section, moment.byline = page.section_title, page.byline_text


class WaitingReport(ReportView):
    """“Embargoed and scheduled” among the reports."""

    page_title = "Embargoed and scheduled"
    header_icon = "time"
    model = Page
    index_url_name = "waiting_report"
    index_results_url_name = "waiting_report_results"
    any_permission_required = {"add", "change", "publish"}
    columns = [
        MomentColumn("moment", label="When", width="15%"),
        Column("what", label="What happens", width="13%"),
        TitleColumn("title", label="Page", url_name="wagtailadmin_pages:edit", id_accessor="page_id"),
        Column("section", label="Section", width="13%"),
        Column("byline", label="Byline", width="15%"),
        Column("state", label="State", width="12%"),
    ]
    list_export = ["moment", "what", "title", "section", "byline", "state"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer by the newsroom's clock, also to whoever works by another."""
        with timezone.override(site_zone(request)):
            response = super().dispatch(request, *args, **kwargs)
            return response.render() if isinstance(response, TemplateResponse) else response

    def get_filename(self) -> str:
        """Return what an exported file is called."""
        return f"embargoed-and-scheduled-{timezone.localdate().isoformat()}"

    def get_queryset(self) -> list[Waiting]:
        """Return the moments; their pages are read for those that are shown only."""
        return waiting(timezone.now())

    def get_page_subtitle(self) -> str:
        """Return by which clock it is written."""
        return f"by the newsroom's clock, {timezone.get_current_timezone_name()}"

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Read the pages of the moments that are shown."""
        context = super().get_context_data(*args, **kwargs)
        describe(context["object_list"], timezone.now())
        return context
