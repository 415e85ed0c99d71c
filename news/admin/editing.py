"""How the newsroom's pages are edited: behind the gate, with what readers see beside the form."""

from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.viewsets.pages import PageViewSet

from news.admin.readers.panel import ReadersSidePanel
from news.gate.editing import GatedCreateView, GatedEditView
from news.models import Article, FlashDesk


class NewsroomEditView(GatedEditView):
    """Editing a page, with what readers see of it beside the form."""

    def get_side_panels(self) -> MediaContainer:
        """Add what readers see."""
        return MediaContainer([*super().get_side_panels(), ReadersSidePanel(self.page, self.request)])


class NewsroomPageViewSet(PageViewSet):
    """How a page of the newsroom is written and edited."""

    add_view_class = GatedCreateView
    edit_view_class = NewsroomEditView


class ArticleViewSet(NewsroomPageViewSet):
    """How articles are written and edited."""

    model = Article


class FlashDeskViewSet(NewsroomPageViewSet):
    """How a flash desk is edited."""

    model = FlashDesk
