"""Reads who a ninjs item credits: `by`, and the people and organisations that are said to have made it.

Most people and organisations of an item are those it is *about*; a minister who is mentioned is no author.
"""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from news.importers.agencies import is_organisation
from news.importers.bylines import read_byline
from news.importers.fields import Fields
from news.importers.items import Credit, Credits

AUTHORSHIP = {
    "author": "",
    "byline": "",
    "contributor": "Contributor",
    "creator": "",
    "editor": "Editor",
    "photographer": "Photographs",
    "reporter": "",
    "translator": "Translation",
    "writer": "",
}
"""Relations that put somebody into the byline, and the role they stand there with."""
NEWSML_PROVIDER = re.compile(r"urn:newsml:([\w-]+(?:\.[\w-]+)+):", re.IGNORECASE)


def read_credits(item: Fields) -> tuple[Credits, list[str]]:
    """Return who made an item and where it came from, and remarks on who was left out or assumed."""
    people, organisations = item.many("people"), item.many("organisations")
    byline = read_byline(item.text("by"), item.text("language"))
    contributors = without_repetitions(
        [
            *byline.contributors,
            *(_credit(each, is_person=True) for each in people if _relation(each)),
            *(_credit(each, is_person=False) for each in organisations if _relation(each)),
        ]
    )
    sources = (
        [name_of(each) for each in item.many("infosources")]
        or byline.agencies
        or [item.line("copyrightholder")]
    )
    remarks = [*_subjects_of_it("people", people), *_subjects_of_it("organisations", organisations)]
    if not contributors and (provider := _provider(item)):
        contributors = [Credit(provider, is_organisation=True)]
        remarks.append(f"names no author; its provider, {provider}, stands in the byline")
    return Credits(tuple(contributors), tuple(dict.fromkeys(filter(None, sources)))), remarks


def name_of(concept: Fields) -> str:
    """Return the name of a person, place, subject or the like, or what stands in for it."""
    return concept.line("name") or concept.line("literal") or concept.line("uri")


def without_repetitions(credits: Iterable[Credit]) -> list[Credit]:
    """Return credits with each name once, as it stands first."""
    by_name: dict[str, Credit] = {}
    for credit in credits:
        by_name.setdefault(credit.name.casefold(), credit)
    return [credit for name, credit in by_name.items() if name]


def _subjects_of_it(kind: str, concepts: Iterable[Fields]) -> list[str]:
    names = [name_of(each) for each in concepts if not _relation(each)]
    return [f"left out the {kind} it is about: {', '.join(names)}"] if names else []


def _relation(concept: Fields) -> str:
    """Return the relation that puts somebody into the byline; empty for one that does not."""
    relation = re.split(r"[/:#]", concept.line("rel").casefold())[-1]
    return relation if relation in AUTHORSHIP else ""


def _credit(concept: Fields, is_person: bool) -> Credit:
    name = name_of(concept)
    return Credit(name, AUTHORSHIP[_relation(concept)], not is_person or is_organisation(name))


def _provider(item: Fields) -> str:
    """Return who answers for an item: the copyright holder, else the host of its identifier."""
    newsml = NEWSML_PROVIDER.match(item.text("uri"))
    host = urlsplit(item.text("uri")).hostname or ""
    return item.line("copyrightholder") or (newsml[1] if newsml else host.removeprefix("www."))
