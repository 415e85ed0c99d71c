"""“Promoted results” in the menu of search."""

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.snippets.views.snippets import SnippetViewSet

from search.models import PromotedResult


class PromotedResultViewSet(SnippetViewSet):
    """The list and the forms of promoted results."""

    model = PromotedResult
    icon = "pick"
    menu_label = "Promoted results"
    menu_name = "promoted-results"
    add_to_settings_menu = False
    add_to_admin_menu = True
    menu_order = 320
    list_display = ["query", "article", "place"]
    list_per_page = 50
    ordering = ["folded", "place", "pk"]
    search_fields = ["query"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[PromotedResult]:
        """Read the articles along with the list."""
        return PromotedResult.objects.select_related("article")
