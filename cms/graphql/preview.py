"""The root fields that show what is not public yet, to whoever holds a token."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

import graphene
from wagtail.models import Page

from cms.answers.recording import must_not_be_kept
from cms.graphql.declarations import edge
from cms.graphql.errors import UserError
from cms.graphql.loading import row_of
from cms.graphql.pages import public_page_models
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, Typed, resolves
from cms.previews import previewed_page

TOKEN_HEADER = "X-Preview-Token"  # noqa: S105 - the name of a header
TOKEN_ARGUMENT = graphene.Argument(
    graphene.String,
    required=True,
    default_value="",
    description=f"The token, in the body of a POST. Left out, the one in the header {TOKEN_HEADER}.",
)
REFUSAL = (
    "This preview cannot be shown: its token is unknown, used up, or did not come in a POST or a header."
)


class PreviewQuery:
    """Adds `preview` to the roots."""

    preview = edge(
        "PageInterface",
        required=False,
        description="The unpublished state behind a preview token; never cached.",
        token=TOKEN_ARGUMENT,
    )


@resolves("Query.preview")
def preview(roots: Sequence[Row], selection: Selection, *, token: str) -> list[Typed]:
    """Return the page behind a token."""
    page = page_behind(token, selection)
    names = [model.__name__ for model in public_page_models() if isinstance(page, model)]
    if page is None or not names:
        raise refusal()
    selection.context.is_preview = True
    return [Typed(names[0], preview_row(page, selection.columns(names[0]))) for _ in roots]


def page_behind(token: str, selection: Selection) -> Page | None:
    """Return the unpublished page behind a token; keep whatever is answered out of every cache."""
    must_not_be_kept()
    context = selection.context
    context.response_headers["Cache-Control"] = "private, no-store"
    request = context.request
    if request is None:
        return context.draft
    if token and request.method != "POST":
        return None
    return previewed_page(token or request.headers.get(TOKEN_HEADER, ""), context.now)


def refusal() -> UserError:
    """Return the one answer to every token that opens nothing."""
    return UserError(REFUSAL, code="PREVIEW_REFUSED")


def preview_row(page: Page, columns: Collection[str]) -> Row:
    """Return an unsaved page as a row; what its editor has not filled in is empty, a new page's id is 0."""
    row = row_of(page, columns)
    for column in columns:
        if row[column] is None:
            row[column] = _empty(page, column)
    return {**row, "id": page.pk or 0}


def _empty(page: Page, column: str) -> Any:
    field = next((each for each in page._meta.concrete_fields if column in (each.name, each.attname)), None)
    if field is None or field.null:
        return None
    empty: Callable[[], Any] | Any = field.get_default()
    return "" if empty is None else empty
