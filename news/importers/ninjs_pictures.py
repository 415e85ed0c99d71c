"""Reads the pictures of a ninjs item: those associated with it, and the one that it is."""

import re

from news.importers.fields import Fields
from news.importers.items import Picture, Rendition

PICTURE_TYPES = frozenset({"picture", "graphic"})
CAPTION_ROLES = ("caption", "text", "description", "main", "")
MARKED = re.compile(r"watermark|thumb|icon", re.IGNORECASE)


def read_picture(item: Fields) -> Picture:
    """Return an item that is a picture."""
    words = {each.line("role"): each.line("value") for each in reversed(item.many("descriptions"))}
    by, holder = item.line("by"), item.line("copyrightholder")
    credit = by if holder.casefold() in by.casefold() else " / ".join(filter(None, (by, holder)))
    titles = [*(each.line("value") for each in item.many("headlines")), item.line("title")]
    caption = next((words[role] for role in CAPTION_ROLES if words.get(role)), "")
    return Picture(
        name=item.line("name"),
        uri=item.text("uri"),
        title=next(filter(None, [*titles, caption, item.line("name")]), "Picture"),
        caption=caption,
        credit=words.get("creditline") or words.get("credit") or credit,
        licence=item.line("usageterms") or item.line("copyrightnotice"),
        alt=words.get("alt") or words.get("alttext") or "",
        renditions=tuple(_rendition(each) for each in item.many("renditions") if _is_picture_file(each)),
    )


def read_pictures(item: Fields) -> tuple[tuple[Picture, ...], tuple[str, ...]]:
    """Return the pictures associated with an item, photographs first, and what else is associated with it."""
    photographs, graphics, remarks = [], [], []
    for each in item.many("associations"):
        kind, told = each.line("type"), each.line("name") or each.text("uri")
        if each.line("pubstatus") not in ("", "usable"):
            remarks.append(f"left out the {kind} “{told}”, which its provider has withdrawn")
        elif kind == "picture" or (not kind and each.many("renditions")):
            photographs.append(read_picture(each))
        elif kind == "graphic":
            graphics.append(read_picture(each))
        else:
            remarks.append(f"left out the {kind or 'associated item'} “{told}”")
    return (*photographs, *graphics), tuple(remarks)


def _rendition(rendition: Fields) -> Rendition:
    told = " ".join((rendition.line("name"), rendition.line("title"), rendition.text("href")))
    return Rendition(rendition.text("href"), rendition.number("width"), bool(MARKED.search(told)))


def _is_picture_file(rendition: Fields) -> bool:
    kind = rendition.line("contenttype")
    return bool(rendition.text("href")) and (not kind or kind.startswith("image/"))
