"""Two ways to publish a live article again: as a minor edit, or as an update that readers are told of."""

from typing import Any

from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem

from news.models import Article


class PublishMinorEditItem(PublishMenuItem):
    """Publishes and leaves “Updated” as it is."""

    label = "Publish as a minor edit"


class PublishUpdateItem(PublishMenuItem):
    """Publishes and sets “Updated” to that moment."""

    label = "Publish as an update"
    icon_name = "rotate"
    template_name = "news/admin/publish_update.html"


def tell_updates_apart(menu_items: list[ActionMenuItem], context: dict[str, Any]) -> None:
    """Ask in the menu of a live article's form whether readers should know that it changed."""
    page = context.get("page")
    publish = next((item for item in menu_items if isinstance(item, PublishMenuItem)), None)
    if isinstance(page, Article) and page.live and publish and context["view"] == "edit":
        place = menu_items.index(publish)
        menu_items[place : place + 1] = [PublishMinorEditItem(), PublishUpdateItem()]
