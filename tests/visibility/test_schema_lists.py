"""What the schema may hold: a list of what may leave, which fails closed, and a list of what never may."""

from pathlib import Path

import pytest
from graphql import build_schema
from graphql.type import GraphQLInputObjectType
from wagtail.models import Page

from cms.graphql.schema import get_schema

WRITTEN = Path(__file__).parent.parent.parent / "docs" / "schema.graphql"

# Columns of Django's, Wagtail's and ours that are nobody's business but the newsroom's, as field names.
NEVER = {
    "draftTitle", "hasUnpublishedChanges", "live", "goLiveAt", "expireAt", "expired", "embargoUntil",
    "approvedGoLiveAt", "locked", "lockedAt", "lockedBy", "owner", "ownerId", "user", "users", "username",
    "email", "password", "passwordHash", "groups", "permissions", "session", "depth", "numchild", "urlPath",
    "treePath", "translationKey", "aliasOf", "aliases", "latestRevision", "liveRevision", "revision",
    "revisions", "comments", "workflow", "workflowStates", "contentType", "fileHash", "fileSize", "file",
    "filename", "storage", "collection", "uploadedByUser", "rawValue", "blockType", "editorsNote", "note",
    "notes", "licence", "logEntries", "viewRestrictions", "searchDescription", "showInMenus", "settings",
}  # fmt: skip


def output_fields():
    """Return every field that an answer may hold, as "Type.field"."""
    return {
        f"{name}.{field}"
        for name, each in get_schema().type_map.items()
        if not name.startswith("__") and not isinstance(each, GraphQLInputObjectType)
        for field in getattr(each, "fields", {})
    }


def test_nothing_is_served_that_is_not_on_the_list():
    listed = build_schema(WRITTEN.read_text())
    allowed = {
        f"{name}.{field}" for name, each in listed.type_map.items() for field in getattr(each, "fields", {})
    }

    assert output_fields() - allowed == set()


@pytest.mark.parametrize("name", sorted(NEVER))
def test_what_is_the_newsrooms_own_has_no_field(name):
    assert [field for field in output_fields() if field.split(".")[1] == name] == []


def test_no_column_of_wagtails_page_is_in_the_schema_but_those_that_readers_need():
    columns = {field.name.replace("_", "") for field in Page._meta.get_fields()}
    shown = {
        field.split(".")[1]
        for field in output_fields()
        if field.split(".")[0] in {"Article", "Section", "FrontPage", "FlashBanner", "PageInterface"}
    }

    assert {name for name in shown if name.lower() in columns} <= {
        "id", "title", "firstPublishedAt", "path", "section",
    }  # fmt: skip


def test_the_path_of_a_page_is_the_readers_and_not_the_trees(ask, front_page):
    assert ask("{ frontPage { path } }")["frontPage"]["path"] == "/"
