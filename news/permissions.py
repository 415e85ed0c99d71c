"""Who may do what, beyond Wagtail's permissions on the page tree.

Wagtail grants permissions on a page and everything below it. Two things of a newsroom do not follow the tree:
flash banners belong to the flash desk alone, although editors may publish everywhere; and the shape of the
paper (front pages, sections, flash desks) is not for everybody who may add pages.
"""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group, Permission
from django.db.models import Model
from wagtail.models import GroupPagePermission, Page, PagePermissionTester
from wagtail.permissions import policy_registry

User = AbstractBaseUser | AnonymousUser

PUT_ON_AIR = "news.put_on_air"
"""The permission that makes somebody a member of the flash desk."""

DESK_ACTIONS = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
STRUCTURE = {"frontpage", "section", "flashdesk"}


class BannerPermissions(PagePermissionTester):
    """What a user may do with banners and their desk: nothing, without the flash desk's permission."""

    def __init__(self, user: User, page: Page) -> None:
        super().__init__(user, page)
        if not user.has_perm(PUT_ON_AIR):
            self.permissions: set[str] = set()


class ArticlePermissions(PagePermissionTester):
    """What a user may do with an article.

    An article holds no pages, so whether it may be deleted follows from itself; a list of articles does
    not ask the database once for each of them.
    """

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Return whether the user may delete the article, by Wagtail's own rules."""
        if not self.user.is_active or self.user.is_superuser:
            return self.user.is_active
        may_touch_live = "publish" in self.permissions or not self.page.live
        if "change" in self.permissions:
            return may_touch_live
        return "add" in self.permissions and self.page.owner_id == self.user.pk and may_touch_live


def may_create(user: User, model: type[Model]) -> bool:
    """Return whether the user may make pages of a type at all; where, the page tree's permissions say."""
    options = model._meta
    if options.model_name not in STRUCTURE:
        return True
    return user.has_perm(f"{options.app_label}.add_{options.model_name}")


def reaches_articles(user: User) -> bool:
    """Return whether the user works anywhere in the page tree but at a flash desk."""
    if user.is_superuser:
        return True
    reach = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    return any(permission.page.cached_content_type.model != "flashdesk" for permission in reach)


def open_to_flash_desk(desk: Page) -> None:
    """Let the groups with the flash desk's permission work below a new desk."""
    members = {"permissions__codename": "put_on_air", "permissions__content_type__app_label": "news"}
    groups = Group.objects.filter(**members)
    actions = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=DESK_ACTIONS)
    for group in groups:
        for action in actions:
            GroupPagePermission.objects.get_or_create(group=group, page=desk, permission=action)
