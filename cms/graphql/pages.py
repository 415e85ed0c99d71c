"""What every page answers: its address, language, translations and SEO."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import graphene
from django.apps import apps
from django.db import models

from cms.addresses import public_address
from cms.answers.recording import asks
from cms.given import KEYS, Given
from cms.graphql import names
from cms.graphql.context import RequestContext
from cms.graphql.declarations import edge
from cms.graphql.loading import LARGEST_KEY
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, Typed, resolves
from cms.graphql.statements import rows
from cms.graphql.types import register_enum
from cms.models import BasePage
from cms.visibility import Visibility

PLACE = ("url_path", "locale_id")
SEO_COLUMNS = (
    *PLACE,
    "title",
    "seo_title",
    "search_description",
    "canonical_url",
    "social_title",
    "social_description",
    "social_image_id",
)


class TextDirection(models.TextChoices):
    """The direction a text is written in."""

    LTR = "ltr", "Left to right"
    RTL = "rtl", "Right to left"


register_enum(TextDirection)


@names.register_type
class PageInterface(graphene.Interface):
    """What every page answers."""

    id = graphene.ID(required=True, description="The page's identifier.")
    title = graphene.String(required=True, description="The headline.")
    path = graphene.String(required=True, description="Path below the front end's root, such as /politics/.")
    url = graphene.String(required=True, description="Absolute address on the front end.")
    lang = graphene.String(required=True, description="Language code of the text, such as en or ur.")
    dir = edge("TextDirection", description="The direction the text is written in.")
    translations = edge(
        "PageInterface", many=True, description="The same page in the site's other languages."
    )
    seo = edge("Seo", description="What search engines and social networks are told.")


@names.register_type
class Seo(graphene.ObjectType):
    """What search engines and social networks are told of a page."""

    title = graphene.String(required=True, description="For the title element.")
    description = graphene.String(required=True, description="For the description; may be empty.")
    social_title = graphene.String(required=True, description="For og:title.")
    social_description = graphene.String(required=True, description="For og:description; may be empty.")
    canonical_url = graphene.String(required=True, description="Where the text belongs.")
    image = edge("Image", required=False, description="For og:image, in the crop SOCIAL.")
    json_ld = graphene.String(required=True, description="schema.org JSON-LD, ready for a script element.")


@resolves("PageInterface.path", needs=PLACE)
def path(pages: Sequence[Row], selection: Selection) -> list[str]:
    """Return the pages' paths below the front end's root."""
    paths = selection.context.paths
    return [paths.path(page["url_path"], page["locale_id"]) for page in pages]


@resolves("PageInterface.url", needs=PLACE)
def url(pages: Sequence[Row], selection: Selection) -> list[str]:
    """Return the pages' absolute addresses."""
    return [page_url(page, selection.context) for page in pages]


def page_url(page: Row, context: RequestContext) -> str:
    """Return the absolute address of a page's row with the columns of `PLACE`."""
    return context.paths.url(context.paths.path(page["url_path"], page["locale_id"]))


@resolves("PageInterface.lang", needs=["locale_id"])
def lang(pages: Sequence[Row], selection: Selection) -> list[str]:
    """Return the pages' language codes."""
    locales = selection.context.locales
    return [locales[page["locale_id"]].language_code for page in pages]


@resolves("PageInterface.dir", needs=["locale_id"])
def direction(pages: Sequence[Row], selection: Selection) -> list[str]:
    """Return the direction each page is written in."""
    locales = selection.context.locales
    return [direction_of(locales[page["locale_id"]].is_bidi) for page in pages]


def direction_of(is_bidi: bool) -> str:
    """Return the enum's value for a language that is or is not written from the right."""
    return str(TextDirection.RTL if is_bidi else TextDirection.LTR)


@resolves("PageInterface.translations", needs=["translation_key"])
def translations(pages: Sequence[Row], selection: Selection) -> list[list[Typed]]:
    """Return the visible translations of each page, by language."""
    type_name = selection.plan.parent_type.name
    model = page_model(type_name)
    columns = {*selection.columns(type_name), "translation_key", "locale_id"}
    keys = {page["translation_key"] for page in pages}
    asks("tree", *(f"translations:{key.hex}" for key in keys))
    policy = selection.context.visibility
    by_key: dict[Any, list[Row]] = defaultdict(list)
    for row in rows(_translations, columns, policy, model, translation_keys=sorted(keys)):
        by_key[row["translation_key"]].append(row)
    return [
        [Typed(type_name, row) for row in by_key[page["translation_key"]] if row["id"] != page["id"]]
        for page in pages
    ]


TRANSLATION_KEYS = Given("translation_keys", models.UUIDField(), many=True)


def _translations(policy: Visibility, model: type[BasePage]) -> models.QuerySet:
    same = policy.pages(model).filter(translation_key__in=TRANSLATION_KEYS, alias_of=None)
    return same.order_by("locale__language_code", "pk")


def visible_addresses(ids: Collection[int], selection: Selection) -> dict[int, str]:
    """Return the absolute addresses of the pages with these keys that a reader may see, of whatever type."""
    if not ids:
        return {}
    asks(*(f"page:{pk}" for pk in ids))
    keys = sorted(key for key in ids if 0 < key < LARGEST_KEY)
    found = rows(_public_pages, PLACE, selection.context.visibility, keys=keys)
    return {row["id"]: page_url(row, selection.context) for row in found}


def _public_pages(policy: Visibility) -> models.QuerySet:
    first, *others = (policy.pages(model).filter(pk__in=KEYS).order_by() for model in public_page_models())
    return first.union(*others, all=True)


def page_model(type_name: str) -> type[BasePage]:
    """Return the page model behind a type."""
    return next(model for model in public_page_models() if model.__name__ == type_name)


def public_page_models() -> Iterable[type[BasePage]]:
    """Yield the page models that have a type of their own and implement `PageInterface`."""
    return (model for model in apps.get_models() if issubclass(model, BasePage))


def seo_rows(
    pages: Sequence[Row], selection: Selection, *, description: str, image: str, json_ld: Sequence[str]
) -> list[Row]:
    """Return the rows behind `Seo`.

    `description` and `image` name the page's own columns that stand in where editors wrote nothing for search
    engines; `json_ld` has a text for each page.
    """
    return [
        {
            "title": page["seo_title"] or page["title"],
            "description": page["search_description"] or page[description],
            "social_title": page["social_title"] or page["seo_title"] or page["title"],
            "social_description": page["social_description"]
            or page["search_description"]
            or page[description],
            "canonical_url": public_address(page["canonical_url"]) or page_url(page, selection.context),
            "image_id": page["social_image_id"] or page[image],
            "json_ld": text,
        }
        for page, text in zip(pages, json_ld, strict=True)
    ]
