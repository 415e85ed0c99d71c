"""Reads IPTC ninjs 2.x and 3.x (https://iptc.org/standards/ninjs/) into the neutral `Item`."""

from collections.abc import Iterable, Iterator
from datetime import UTC

from cms.rich_text import plain_text
from news.choices import ArticleKind
from news.importers.fields import Fields
from news.importers.items import Body, Dates, Item, Refused, Words
from news.importers.ninjs_credits import name_of, read_credits
from news.importers.ninjs_pictures import PICTURE_TYPES, read_picture, read_pictures

STORY_TYPES = frozenset({"", "text", "composite", "component"})
STATUSES = {"": False, "usable": False, "canceled": True, "cancelled": True, "withheld": True}
"""Whether an item of this status is withdrawn."""

WITHDRAWN = frozenset(status for status, is_withdrawn in STATUSES.items() if is_withdrawn)
STORY_FIELDS = frozenset({"headlines", "bodies", "descriptions", "title", "renditions"})
OF_NINJS_1 = frozenset({"body_html", "body_text", "body_xhtml", "headline", "byline", "description_text"})
MERELY_ABOUT = frozenset({"about", "mentions"})

HEADLINE_ROLES = ("main", "", "headline")
SUMMARY_ROLES = ("standfirst", "summary", "abstract", "lead", "main", "text", "description", "")

GENRES = {
    ArticleKind.ANALYSIS: {"analysis", "analyse", "analys"},
    ArticleKind.OPINION: {
        "opinion",
        "column",
        "comment",
        "commentary",
        "editorial",
        "kommentar",
        "krönika",
        "op-ed",
    },
    ArticleKind.INTERVIEW: {"interview", "intervju", "question and answer session"},
    ArticleKind.FEATURE: {"feature", "profile", "reportage", "porträt", "from the scene"},
    ArticleKind.EXPLAINER: {
        "explainer",
        "background",
        "backgrounder",
        "hintergrund",
        "bakgrund",
        "special report",
    },
    ArticleKind.NEWS: {"news", "article", "current", "update"},
}
NOTES = {
    "ednote": "Note from the provider",
    "slugline": "Slugline",
    "urgency": "Urgency",
    "usageterms": "Usage terms",
    "copyrightnotice": "Copyright",
    "expires": "No longer relevant to its provider after",
}
"""Fields that editors should see and readers should not."""
PLACED = frozenset({
    "uri", "type", "version", "pubstatus", "language", "headlines", "title", "descriptions", "bodies", "by",
    "people", "organisations", "infosources", "copyrightholder", "subjects", "places", "located", "genres",
    "events", "objects", "associations", "renditions", "firstcreated", "versioncreated", "embargoed",
    "representationtype",
})  # fmt: skip
IDENTIFYING = frozenset({"profile", "altids", "standard", "contentcreated"})
"""Fields that identify or describe the file, not the story."""


def read_item(data: object) -> Item:
    """Return the item that a ninjs file holds; raise `Refused` when it holds something else."""
    item = _recognised(data)
    words, remarks_on_words = _words(item)
    credits, remarks_on_credits = read_credits(item)
    pictures, remarks_on_associations = read_pictures(item)
    is_picture = item.line("type") in PICTURE_TYPES
    return Item(
        uri=item.text("uri"),
        version=_version(item),
        is_withdrawn=STATUSES[item.line("pubstatus").casefold()],
        language=item.line("language"),
        words=words,
        bodies=tuple(_bodies(item)),
        credits=credits,
        dates=Dates(item.moment("firstcreated"), item.moment("versioncreated"), item.moment("embargoed")),
        subjects=tuple(dict.fromkeys(filter(None, (each.line("name") for each in item.many("subjects"))))),
        pictures=pictures,
        own_picture=read_picture(item) if is_picture else None,
        notes=tuple(f"{label}: {item.line(key)}" for key, label in NOTES.items() if item.line(key)),
        remarks=(
            ("left out all words but the caption and the subjects",)
            if is_picture
            else (*remarks_on_words, *remarks_on_credits, *remarks_on_associations, *_remarks(item))
        ),
    )


def _recognised(data: object) -> Fields:
    """Return the fields of what is a ninjs item of a kind that can be read."""
    if not isinstance(data, dict):
        raise Refused(
            f"it holds no ninjs item but {'a list' if isinstance(data, list) else 'a single value'}"
        )
    item = Fields(data)
    if "$schema" in item or "$defs" in item:
        raise Refused("it is a JSON schema, not a news item")
    if not item.text("uri"):
        raise Refused("it has no “uri”: not a ninjs item")
    if item.one("standard").line("version").startswith("1.") or OF_NINJS_1 & set(item):
        raise Refused("it is ninjs 1; 2.x and 3.x can be read")
    kind = item.line("type")
    if kind not in STORY_TYPES | PICTURE_TYPES:
        raise Refused(f"its type is “{kind}”; stories and pictures can be taken")
    if item.line("pubstatus").casefold() not in STATUSES:
        raise Refused(f"its “pubstatus” is none of ninjs: {item.line('pubstatus')}")
    if not STORY_FIELDS & set(item) and item.line("pubstatus").casefold() not in WITHDRAWN:
        raise Refused("it has neither headline nor body: not a news item")
    return item


def _words(item: Fields) -> tuple[Words, list[str]]:
    """Return the words around the body, and remarks on those that found no place."""
    headlines, descriptions = item.many("headlines"), item.many("descriptions")
    headline, summary = _chosen(headlines, HEADLINE_ROLES), _chosen(descriptions, SUMMARY_ROLES)
    by_role = {each.line("role").casefold(): each for each in reversed(headlines)}
    search, social = by_role.get("seo"), by_role.get("social")
    words = Words(
        headline=_plain(headline) or item.line("title"),
        search_headline=_plain(search),
        social_headline=_plain(social),
        summary=_plain(summary),
        dateline=_dateline(item),
        kind=_kind(item) or ArticleKind.NEWS,
    )
    placed = [headline, summary, search, social]
    return words, [
        f"left out the {kind} “{each.line('role')}”: {_plain(each)}"
        for kind, texts in (("headline", headlines), ("description", descriptions))
        for each in texts
        if each not in placed
    ]


def _chosen(texts: Iterable[Fields], roles: Iterable[str]) -> Fields | None:
    """Return the text with the first of these roles that any has."""
    by_role = {each.line("role").casefold(): each for each in reversed(list(texts)) if each.text("value")}
    return next((by_role[role] for role in roles if role in by_role), None)


def _plain(text: Fields | None) -> str:
    """Return a text without markup, as one line."""
    if text is None:
        return ""
    return plain_text(text.text("value")) if "html" in text.line("contenttype") else text.line("value")


def _version(item: Fields) -> str:
    """Return the version: its number or, where there is none, when it was made."""
    made = item.moment("versioncreated")
    return item.line("version") or (made.astimezone(UTC).isoformat() if made else "")


def _bodies(item: Fields) -> Iterator[Body]:
    for body in item.many("bodies"):
        if body.text("value"):
            yield Body(body.line("role").casefold(), body.line("contenttype").casefold(), body.text("value"))


def _dateline(item: Fields) -> str:
    """Return where an item was reported from: what it says or, failing that, the one place that it names."""
    places = [each for each in item.many("places") if each.line("rel").casefold() not in MERELY_ABOUT]
    return item.line("located") or (
        name_of(places[0]) if len(item.many("places")) == len(places) == 1 else ""
    )


def _kind(item: Fields) -> ArticleKind | None:
    """Return the kind of article that an item's genres say it is."""
    told = {text.casefold() for each in item.many("genres") for text in _names_of_genre(each)}
    return next((kind for kind, names in GENRES.items() if told & names), None)


def _names_of_genre(genre: Fields) -> tuple[str, ...]:
    return genre.line("name"), genre.line("literal"), genre.line("uri").split("/")[-1]


def _remarks(item: Fields) -> Iterator[str]:
    """Yield what an item says that has no place in an article."""
    concepts = {
        "subjects without a name": [each for each in item.many("subjects") if not each.line("name")],
        "places": [each for each in item.many("places") if name_of(each) != _dateline(item)],
        "genres": [] if _kind(item) else item.many("genres"),
        "events": item.many("events"),
        "objects": item.many("objects"),
    }
    for kind, listed in concepts.items():
        if listed:
            yield f"left out the {kind}: {', '.join(name_of(each) for each in listed)}"
    if item.line("representationtype") == "partial":
        yield "the item says that it is only part of the story"
    if unknown := sorted(set(item) - PLACED - IDENTIFYING - set(NOTES)):
        yield f"left out the fields: {', '.join(unknown)}"
