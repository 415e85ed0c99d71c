"""Reads lines such as “Von Christian Hollmann, dpa”: who wrote it, what they did, through which agency."""

import re
from dataclasses import dataclass, field, replace

from news.importers.agencies import is_agency, is_organisation
from news.importers.items import Credit

OPENINGS = {
    "en": "By", "de": "Von", "fr": "Par", "es": "Por", "pt": "Por", "it": "Di", "nl": "Door",
    "sv": "Av", "nb": "Av", "no": "Av", "da": "Af", "ar": "بقلم", "ur": "تحریر", "ps": "لیکوال",
}  # fmt: skip
"""The word before the names, by language. It is only taken off in that language: “Di Maria” is a name."""
CONJUNCTIONS = {
    "en": "and", "de": "und", "fr": "et", "es": "y", "pt": "e", "it": "e", "nl": "en",
    "sv": "och", "nb": "og", "no": "og", "da": "og", "ar": "و", "ur": "اور", "ps": "او",
}  # fmt: skip
BETWEEN_PARTS = re.compile(r"\s*[,;/|،؛()]\s*|\s+[-–—]\s+")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "phd", "md"})
ROLE = re.compile(
    r"(?:.*\s)?\w*(?:editor|correspondent|reporter|writer|photographer|columnist|journalist|analyst|producer"
    r"|korrespondent|korrespondentin|redakteur|redakteurin|journalistin|fotograf|fotografin)(?:\s+(?:in|at|for)\s.*)?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Byline:
    """What a byline says: those who made the story, in order, and the agencies that stand beside them."""

    contributors: list[Credit] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)


def read_byline(line: str, language: str) -> Byline:
    """Return who a byline names. An agency alone is the author; beside a person it is the source."""
    code = language.lower().split("-")[0]
    byline = Byline()
    for part in BETWEEN_PARTS.split(_without_opening(line, code)):
        if part:
            _take(byline, part, code)
    if byline.agencies and not byline.contributors:
        byline.contributors = [Credit(name, is_organisation=True) for name in byline.agencies]
        byline.agencies = []
    return byline


def _without_opening(line: str, code: str) -> str:
    words = {"By", "BY", "by", OPENINGS.get(code, "By"), OPENINGS.get(code, "By").upper()}
    return re.sub(rf"^(?:{'|'.join(words)})(?:\s*[:|]\s*|\s+|$)", "", " ".join(line.split())).strip(" :|")


def _take(byline: Byline, part: str, code: str) -> None:
    """Add one part of a byline: an agency, what the last one named did, or names."""
    if is_agency(part):
        byline.agencies.append(part)
    elif byline.contributors and part.rstrip(".").casefold() in SUFFIXES:
        last = byline.contributors[-1]
        byline.contributors[-1] = replace(last, name=f"{last.name}, {part}")
    elif byline.contributors and ROLE.fullmatch(part):
        byline.contributors[-1] = replace(byline.contributors[-1], role=part)
    else:
        for name in _names(part, code):
            if is_agency(name):
                byline.agencies.append(name)
            else:
                byline.contributors.append(Credit(name, is_organisation=is_organisation(name)))


def _names(part: str, code: str) -> list[str]:
    """Return the names that “and” joins; a desk such as “Politics and Economy Desk” stays one."""
    joints = "|".join({"and", "&", CONJUNCTIONS.get(code, "and")})
    names = [name for name in re.split(rf"(?:^|\s+)(?:{joints})\s+", part, flags=re.IGNORECASE) if name]
    is_one_desk = is_organisation(part) and all(" " not in name for name in names[:-1])
    return [part] if is_one_desk else names
