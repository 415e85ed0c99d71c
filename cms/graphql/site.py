"""The root field `site`: the publication, its clock, languages and menu."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import graphene
from babel import Locale as Babel
from babel.dates import format_date
from django.utils import translation
from wagtail.models import Locale as WagtailLocale

from cms.addresses import public_address
from cms.answers.recording import asks
from cms.graphql import names
from cms.graphql.declarations import edge
from cms.graphql.errors import UserError
from cms.graphql.images import visible_images
from cms.graphql.pages import direction_of, visible_addresses
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, resolves
from cms.models import NavigationItem

LOCALE_ARGUMENT = graphene.Argument(
    graphene.String, description="Language code such as ur; the site's default language when left out."
)


@names.register_type
class Locale(graphene.ObjectType):
    """A language of the site."""

    code = graphene.String(required=True, description="Such as en or ur.")
    name = graphene.String(required=True, description="In the language itself.")
    dir = edge("TextDirection", description="The direction it is written in.")
    is_default = graphene.Boolean(required=True, description="Whether it is the site's default language.")


@names.register_type
class NavigationLink(graphene.ObjectType):
    """An entry of the site's menu."""

    label = graphene.String(required=True, description="What to write.")
    url = graphene.String(required=True, description="Where it leads, absolute.")


@names.register_type
class Site(graphene.ObjectType):
    """The publication."""

    name = graphene.String(required=True, description="As readers know it.")
    tagline = graphene.String(required=True, description="The line under the name; may be empty.")
    time_zone = graphene.String(required=True, description="IANA time zone, such as Asia/Kabul.")
    now = edge("DateTime", description="The server's clock in that zone: the date above a front page.")
    today = graphene.String(
        required=True,
        locale=LOCALE_ARGUMENT,
        description="Today as the site's readers write it, such as June 13, 2024.",
    )
    locales = edge("Locale", many=True, description="The languages, the default one first.")
    logo = edge("Image", required=False, description="The publication's logo.")
    navigation = edge("NavigationLink", many=True, description="The menu, in order.", locale=LOCALE_ARGUMENT)


class SiteQuery:
    """Adds `site` to the roots."""

    site = edge("Site", description="The publication: its name, clock, languages and menus.")


@resolves("Query.site")
def site(roots: Sequence[Row], selection: Selection) -> list[Row]:
    """Return the publication."""
    context = selection.context
    publication = context.settings
    row = {"name": publication.name, "tagline": publication.tagline, "time_zone": publication.time_zone}
    return [row for _ in roots]


@resolves("Site.now", needs=["time_zone"])
def now(sites: Sequence[Row], selection: Selection) -> list[datetime]:
    """Return the server's clock in the publication's zone."""
    return [selection.context.now.astimezone(ZoneInfo(each["time_zone"])) for each in sites]


@resolves("Site.today", needs=["time_zone"])
def today(sites: Sequence[Row], selection: Selection, *, locale: str | None = None) -> list[str]:
    """Return the date as it is written in a language.

    Unicode's data says how; Django knows neither Pashto nor the order in which Urdu writes a date.
    """
    language = Babel.parse(locale_of(selection, locale).language_code, sep="-")
    zones = [ZoneInfo(each["time_zone"]) for each in sites]
    return [format_date(selection.context.today(zone), "long", locale=language) for zone in zones]


@resolves("Site.locales")
def locales(sites: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the site's languages."""
    return [[_locale(each) for each in selection.context.locales.values()] for _ in sites]


def _locale(locale: WagtailLocale) -> Row:
    return {
        "code": locale.language_code,
        "name": translation.get_language_info(locale.language_code)["name_local"],
        "dir": direction_of(locale.is_bidi),
        "is_default": locale.is_default,
    }


@resolves("Site.logo")
def logo(sites: Sequence[Row], selection: Selection) -> list[Row | None]:
    """Return the logo."""
    pk = selection.context.settings.logo_id
    images = visible_images([pk], selection)
    return [images.get(pk) for _ in sites]


@resolves("Site.navigation")
def navigation(sites: Sequence[Row], selection: Selection, *, locale: str | None = None) -> list[list[Row]]:
    """Return the menu of a language: what readers may see of it."""
    wanted = locale_of(selection, locale).pk
    items = NavigationItem.objects.filter(settings__site=selection.context.site).order_by("sort_order", "pk")
    found = list(items.values("label", "page_id", "page__title", "page__locale_id", "address", "locale_id"))
    pages = {item["page_id"] for item in found if item["page_id"]}
    asks("navigation", "publication", "tree", *(f"page:{pk}" for pk in pages))
    addresses: dict[Any, str] = visible_addresses(pages, selection)
    links = [
        {"label": item["label"] or item["page__title"], "url": url}
        for item in found
        if (item["locale_id"] or item["page__locale_id"] or wanted) == wanted
        and (url := addresses.get(item["page_id"]) or public_address(item["address"]))
    ]
    return [links for _ in sites]


def locale_of(selection: Selection, code: str | None) -> WagtailLocale:
    """Return the language with a code, the default one for `None`; refuse an unknown code."""
    known = selection.context.locales.values()
    found = next((each for each in known if code in (None, each.language_code)), None)
    if found is None:
        codes = ", ".join(each.language_code for each in known)
        raise UserError(f"No such locale. Send one of: {codes}.", code="UNKNOWN_LOCALE")
    return found
