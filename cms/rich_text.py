"""Turns rich text as editors store it into HTML that may leave the house.

Links to pages and documents become addresses when a reader may see their target, and plain text otherwise.
What remains is cleaned against an allow-list, whatever put it there.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape, unescape

import nh3
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

ALLOWED_ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "title", "hreflang"},
    "abbr": {"title"},
    "bdo": {"dir"},
    **{
        tag: {"dir", "lang"}
        for tag in (
            "p",
            "span",
            "li",
            "ul",
            "ol",
            "blockquote",
            "q",
            "cite",
            "h2",
            "h3",
            "h4",
            "em",
            "i",
            "b",
            "strong",
        )
    },
}
ALLOWED_TAGS = {*ALLOWED_ATTRIBUTES, "br", "hr", "sub", "sup", "s", "code", "bdi", "dl", "dt", "dd", "pre"}
ALLOWED_SCHEMES = {"http", "https", "mailto", "tel"}
CLEANER = nh3.Cleaner(
    tags=ALLOWED_TAGS,
    attributes=ALLOWED_ATTRIBUTES,
    url_schemes=ALLOWED_SCHEMES,
    link_rel=None,
    strip_comments=True,
)

BARE_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)
BLOCK_END = re.compile(r"</(?:p|li|h[2-6]|blockquote|dt|dd|pre)>|<br\s*/?>|<hr\s*/?>", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
BEGINS_WITH_WORD = re.compile(r"(?:<[^<>]*>)*\w")

Target = tuple[str, int]
"""What a link points at: "page" or "document", and its key."""


def link_targets(html_texts: Iterable[str]) -> set[Target]:
    """Return the pages and documents that rich texts link to."""
    return {
        target
        for html in html_texts
        for match in FIND_A_TAG.finditer(html)
        if (target := _target(extract_attrs(match.group(1))))
    }


def public_html(html: str, addresses: Mapping[Target, str]) -> str:
    """Return rich text as clean HTML. A link whose target has no address in `addresses` becomes its text."""

    def rewrite(match: re.Match[str]) -> str:
        attributes = extract_attrs(match.group(1))
        target = _target(attributes)
        if target is None:
            return match.group(0) if "linktype" not in attributes else "<a>"
        address = addresses.get(target)
        return f'<a href="{escape(address)}">' if address else "<a>"

    return clean_html(FIND_A_TAG.sub(rewrite, html))


def clean_html(html: str) -> str:
    """Return HTML with nothing but the allowed elements, attributes and schemes; bare `a` is unwrapped."""
    return BARE_LINK.sub(r"\1", CLEANER.clean(html))


def plain_text(html: str) -> str:
    """Return the words of rich text, a space between blocks."""
    return " ".join(unescape(TAG.sub("", BLOCK_END.sub(" ", html))).split())


def has_words(html: str) -> bool:
    """Return whether there is any text in rich text."""
    return bool(BEGINS_WITH_WORD.match(html) or plain_text(html))


def _target(attributes: Mapping[str, str]) -> Target | None:
    kind, key = attributes.get("linktype", ""), attributes.get("id", "")
    return (kind, int(key)) if kind in {"page", "document"} and key.isascii() and key.isdigit() else None
