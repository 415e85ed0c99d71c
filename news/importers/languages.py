"""Maps the languages that items name onto those that the site has."""

from wagtail.coreutils import get_content_languages

from news.importers.items import Refused

OTHER_NAMES = {"no": "nb", "prs": "fa", "iw": "he", "in": "id"}
"""Codes for a language that has another one too."""


def content_language(told: str) -> str:
    """Return the site's code for a language such as nb-NO; raise `Refused` when the site has none for it."""
    codes = {code.lower(): code for code in get_content_languages()}
    wanted = told.replace("_", "-").lower().split("-")
    wanted[0] = OTHER_NAMES.get(wanted[0], wanted[0]) if wanted[0] not in codes else wanted[0]
    for length in range(len(wanted), 0, -1):
        if found := codes.get("-".join(wanted[:length])):
            return found
    variants = [code for lower, code in codes.items() if lower.split("-")[0] == wanted[0]]
    if len(variants) == 1:
        return variants[0]
    raise Refused(
        f"its language “{told}” is none of the site's ({', '.join(codes.values())}); "
        "add it to WAGTAIL_CONTENT_LANGUAGES"
    )
