"""What changes of Wagtail's tables and of `cms`'s own concern."""

from collections.abc import Iterator
from functools import cache

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, get_page_models

from cms.answers.watching import Says, expands, leave_out, stands_for, watch

DRAFT_COLUMNS = (
    "draft_title",
    "expired",
    "go_live_at",
    "has_unpublished_changes",
    "latest_revision_created_at",
    "latest_revision_id",
    "live_revision_id",
    "locked",
    "locked_at",
    "locked_by_id",
    "numchild",
    "owner_id",
)
"""Columns of things that can be drafts which no reader is ever shown; saving a draft changes nothing else."""

PLACING = (
    "path",
    "depth",
    "url_path",
    "slug",
    "live",
    "expire_at",
    "first_published_at",
    "locale_id",
    "translation_key",
    "content_type_id",
    "alias_of_id",
)
"""The columns of a page that decide where it stands and whether it may be seen."""

watch(
    "wagtailcore_page",
    "page:{id}",
    Says("listed:{id}", when=PLACING, on="U"),
    Says("path:{url_path}", when=PLACING),
    Says("pages:{content_type_id}", when=PLACING),
    Says("pages:{content_type_id}/{locale_id}", when=PLACING),
    Says("translations:{translation_key}", when=PLACING),
    Says("decides:{content_type_id}", when=PLACING, on="UD"),
    Says("titles", when=("title",), on="U", speaks=False),
    ignores=DRAFT_COLUMNS,
)
watch("wagtailcore_pageviewrestriction", "listed:{page_id}")
watch("wagtailcore_site", "tree")
watch("wagtailcore_locale", "tree")
watch("wagtailcore_collection", "collections")
watch("wagtailcore_collectionviewrestriction", "collections")
watch("wagtailembeds_embed", "embed:{hash}")
watch("cms_image", "image:{id}")
watch("cms_rendition", "image:{image_id}")
watch("cms_document", "document:{id}")
watch("cms_sitesettings", "publication")
watch("cms_navigationitem", "navigation")
# Redirects are few, and an article's slug rarely changes: a path that leads nowhere asks for them all.

leave_out(
    "answers_change",
    "answers_epoch",
    "auth_group",
    "auth_group_permissions",
    "auth_permission",
    "auth_user",
    "auth_user_groups",
    "auth_user_user_permissions",
    "cms_preview",
    "django_admin_log",
    "django_session",
    "scheduling_failure",
    "wagtailadmin_editingsession",
    "wagtailadmin_formstate",
    "wagtailcore_comment",
    "wagtailcore_commentreply",
    "wagtailcore_modellogentry",
    "wagtailcore_pagesubscription",
    "wagtailcore_referenceindex",
    "wagtailcore_revision",
    "wagtailcore_taskstate",
    "wagtailcore_uploadedfile",
    "wagtailcore_workflowstate",
    "wagtailsearch_indexentry",
    "wagtailsearch_indexentry_fts",
    "wagtailusers_userprofile",
)
stands_for("wagtailcore_pageviewrestriction", "wagtailcore_pageviewrestriction_groups")
stands_for("wagtailcore_collectionviewrestriction", "wagtailcore_collectionviewrestriction_groups")


@expands("listed", "page", "path", "pages", "translations", "tree")
def placed(pages: set[int]) -> Iterator[tuple[int, str]]:
    """Pair pages with what depends on whether they may be seen, and where: theirs, and that of their aliases."""
    columns = ("pk", "url_path", "content_type_id", "locale_id", "translation_key")
    holders = holding_types()
    sources = with_aliases(pages)
    for pk, url_path, of_type, locale, key in Page.objects.filter(pk__in=sources).values_list(*columns):
        keys = [f"page:{pk}", f"path:{url_path}", f"pages:{of_type}", f"pages:{of_type}/{locale}"]
        keys.append(f"translations:{key.hex}")
        if of_type in holders:
            keys.append("tree")
        yield from ((source, each) for source in sources[pk] for each in keys)


@expands("decides", "tree")
def deciding(types: set[int]) -> Iterator[tuple[int, str]]:
    """Pair types with the key of the tree where their pages are its branches, not merely leaves."""
    return ((each, "tree") for each in types & holding_types())


def with_aliases(pages: set[int]) -> dict[int, set[int]]:
    """Return the keys of pages, of their aliases, and of theirs, each with those of `pages` that it repeats."""
    found = {pk: {pk} for pk in pages}
    latest = pages
    while latest:
        rows = list(Page.objects.filter(alias_of__in=latest).values_list("pk", "alias_of_id"))
        latest = {pk for pk, _ in rows} - found.keys()
        for pk, source in rows:
            found.setdefault(pk, {pk} & pages).update(found[source])
    return found


@cache
def holding_types() -> frozenset[int]:
    """Return the content types of the pages that may hold others."""
    holding = [model for model in get_page_models() if model.allowed_subpage_models()]
    return frozenset(each.pk for each in ContentType.objects.get_for_models(*holding).values())
