"""The root fields of the newspaper."""

from collections.abc import Sequence
from typing import Any

import graphene
from django.db.models import QuerySet, TextField

from cms.answers.recording import asks
from cms.given import Given
from cms.graphql.declarations import edge
from cms.graphql.errors import UserError
from cms.graphql.pagination import connection_edge, page_arguments
from cms.graphql.plan import Selection
from cms.graphql.preview import TOKEN_ARGUMENT
from cms.graphql.resolvers import Row, Typed, resolves
from cms.graphql.site import LOCALE_ARGUMENT, locale_of
from cms.graphql.statements import Build, rows
from cms.visibility import Visibility
from news.answers import ask_for_tags
from news.models import Article, Contributor, FrontPage, Section, Source
from news.queries import visible_tags
from news.schema import types  # noqa: F401 - registers the types that the fields below name
from news.schema.article_lists import all_articles, article_connections, page_key
from news.schema.routes import page_row, route
from news.schema.sections import child_sections
from news.schema.tags import tag_connection

ID_ARGUMENT = graphene.Argument(graphene.ID, description="Its identifier. Send this or a path.")
PATH_ARGUMENT = graphene.Argument(
    graphene.String, description="Its path, such as /politics/. Send this or an id."
)
SLUG_ARGUMENT = graphene.Argument(graphene.String, required=True, description="The last part of its address.")


class NewsQuery:
    """Adds the newspaper to the roots."""

    route = edge(
        "Route",
        required=False,
        description="What to show at a path such as /politics/budget-passed/. Exact match; null when nothing "
        "was ever there.",
        path=graphene.Argument(
            graphene.String, required=True, description="Path below the front end's root."
        ),
    )
    front_page = edge(
        "FrontPage",
        required=False,
        description="The curated front page of a language.",
        locale=LOCALE_ARGUMENT,
    )
    sections = edge(
        "Section", many=True, description="Top-level sections, in the editors' order.", locale=LOCALE_ARGUMENT
    )
    section = edge("Section", required=False, description="One section.", id=ID_ARGUMENT, path=PATH_ARGUMENT)
    article = edge("Article", required=False, description="One article.", id=ID_ARGUMENT, path=PATH_ARGUMENT)
    articles = connection_edge(
        "Article", description="Articles of all sections and languages.", filtered=True
    )
    flash = edge(
        "Flash",
        description="The flash banners showing now, most severe first, then in the editors' order.",
        section=graphene.Argument(graphene.ID, description="The section a reader is in."),
        locale=LOCALE_ARGUMENT,
    )
    preview_banner = edge(
        "FlashBanner",
        required=False,
        description="The unpublished state of a flash banner behind a preview token; never cached.",
        token=TOKEN_ARGUMENT,
    )
    tag = edge("Tag", required=False, description="One tag.", slug=SLUG_ARGUMENT)
    tags = edge(
        "TagConnection",
        description="Tags by name.",
        **page_arguments(),
        starts_with=graphene.Argument(graphene.String, description="How the name begins, in any case."),
    )
    contributor = edge("Contributor", required=False, description="One contributor.", slug=SLUG_ARGUMENT)
    source = edge("Source", required=False, description="One source.", slug=SLUG_ARGUMENT)


@resolves("Query.route")
def resolve_route(roots: Sequence[Row], selection: Selection, *, path: str) -> list[Typed | None]:
    """Return what stands at a path."""
    return [route(path, selection) for _ in roots]


@resolves("Query.front_page")
def front_page(roots: Sequence[Row], selection: Selection, *, locale: str | None = None) -> list[Row | None]:
    """Return the front page of a language."""
    found = _front_page_url_path(locale, selection)
    columns = selection.columns("FrontPage")
    page = page_row(FrontPage, columns, selection, url_path=found) if found else None
    return [page for _ in roots]


def _front_page_url_path(locale: str | None, selection: Selection) -> str | None:
    return selection.context.paths.front_pages.get(locale_of(selection, locale).pk)


@resolves("Query.sections")
def sections(roots: Sequence[Row], selection: Selection, *, locale: str | None = None) -> list[list[Row]]:
    """Return the top-level sections of a language."""
    found = _front_page_url_path(locale, selection)
    page = page_row(FrontPage, ["path"], selection, url_path=found) if found else None
    return child_sections([page["path"] if page else ""], selection)


@resolves("Query.section")
def section(roots: Sequence[Row], selection: Selection, **named: str) -> list[Row | None]:
    """Return one section."""
    return [_page(Section, selection, **named) for _ in roots]


@resolves("Query.article")
def article(roots: Sequence[Row], selection: Selection, **named: str) -> list[Row | None]:
    """Return one article."""
    return [_page(Article, selection, **named) for _ in roots]


def _page(
    model: type[Any], selection: Selection, id: str | None = None, path: str | None = None
) -> Row | None:
    if (id is None) == (path is None):
        raise UserError("Send either “id” or “path”, not both and not neither.", code="BAD_USER_INPUT")
    columns = selection.columns(model.__name__)
    if id is not None:
        key = page_key(id)
        return None if key is None else page_row(model, columns, selection, pk=key)
    url_path = selection.context.paths.url_path((path or "").replace("\x00", ""))
    return page_row(model, columns, selection, url_path=url_path) if url_path else None


@resolves("Query.articles")
def articles(roots: Sequence[Row], selection: Selection, **arguments: Any) -> list[Row]:
    """Return a list of articles."""
    # A root has nothing to give to the statement; the list says how many answers there are to be.
    return article_connections(all_articles, selection, each={"root": roots}, **arguments)


@resolves("Query.tag")
def tag(roots: Sequence[Row], selection: Selection, *, slug: str) -> list[Row | None]:
    """Return one tag that a visible article carries."""
    ask_for_tags([slug])
    return _by_slug(visible_tags, "Tag", slug, selection)


@resolves("Query.tags")
def tags(
    roots: Sequence[Row],
    selection: Selection,
    *,
    first: int | None = None,
    after: str | None = None,
    starts_with: str | None = None,
) -> list[Row]:
    """Return a list of tags."""
    return [tag_connection(selection, first=first, after=after, starts_with=starts_with) for _ in roots]


@resolves("Query.contributor")
def contributor(roots: Sequence[Row], selection: Selection, *, slug: str) -> list[Row | None]:
    """Return one contributor."""
    asks(f"contributor/slug:{slug}")
    return _by_slug(_contributors, "Contributor", slug, selection)


@resolves("Query.source")
def source(roots: Sequence[Row], selection: Selection, *, slug: str) -> list[Row | None]:
    """Return one source."""
    asks(f"source/slug:{slug}")
    return _by_slug(_sources, "Source", slug, selection)


def _contributors(policy: Visibility) -> QuerySet[Contributor]:
    return policy.records(Contributor)


def _sources(policy: Visibility) -> QuerySet[Source]:
    return policy.records(Source)


def _by_slug(build: Build, type_name: str, slug: str, selection: Selection) -> list[Row | None]:
    columns, policy = selection.columns(type_name), selection.context.visibility
    found = rows(_with_slug, columns, policy, build, slug=slug.replace("\x00", ""))
    return [found[0] if found else None]


def _with_slug(policy: Visibility, build: Build) -> QuerySet:
    return build(policy).filter(slug=Given("slug", TextField()))[:1]
