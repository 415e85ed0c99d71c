"""The rows of sections. There are few, and their number does not grow with the news, so memory holds them all."""

from collections.abc import Iterable

from django.db.models import QuerySet

from cms.answers.recording import asks, is_recording, shows
from cms.answers.watching import keys_where
from cms.graphql.context import RequestContext
from cms.graphql.resolvers import Row
from cms.graphql.statements import rows
from cms.visibility import Visibility
from news.answers import pages_of
from news.models import Section


def visible_sections(context: RequestContext, columns: Iterable[str]) -> dict[int, Row]:
    """Return the sections that a reader may see, by key, in tree order. The rows are shared: leave them alone."""
    found = all_sections(context, columns)
    if is_recording():
        shows(keys_where(Section, "id", found))
    return {key: found[key] for key in context.visibility.holders(Section) if key in found}


def all_sections(context: RequestContext, columns: Iterable[str]) -> dict[int, Row]:
    """Return all sections, hidden ones too, by key; for previews."""
    wanted = frozenset(columns)

    def read() -> dict[int, Row]:
        return {row["id"]: row for row in rows(_sections, wanted, context.visibility)}

    asks("tree")
    return context.kept((Section, wanted), pages_of(Section), read)


def _sections(policy: Visibility) -> QuerySet:
    return Section.objects.order_by("path")
