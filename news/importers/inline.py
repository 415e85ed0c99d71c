"""The rich text of imported paragraphs: the few elements that Wagtail stores, and nothing else."""

import re
from html import escape, unescape

import nh3
from bs4 import BeautifulSoup, Tag

from cms.rich_text import ALLOWED_SCHEMES

INLINE_TAGS = {"a", "b", "br", "i", "sub", "sup"}
LIST_TAGS = {"li", "ol", "ul"}
SPACE = re.compile(r"[ \t\r\n\f]+")
"""What HTML collapses; a no-break space is not among it."""
BREAK = r"(?:\s*<br\s*/?>\s*)"
BETWEEN_PARAGRAPHS = re.compile(rf"{BREAK}{{2,}}")
BREAK_AT_AN_END = re.compile(rf"^{BREAK}+|{BREAK}+$")
END_OF_LINE = re.compile(r"</(?:p|li|div|h[1-6]|dt|dd|tr|cite|footer)>|<br\s*/?>", re.IGNORECASE)
MARKUP = re.compile(r"<[^>]*>")
QUOTATION_MARKS = (("“", "”"), ("„", "“"), ("«", "»"), ("»", "«"), ('"', '"'))


def paragraphs(html: str) -> list[str]:
    """Return a run of inline HTML as paragraphs of rich text; two line breaks part them."""
    cleaned = SPACE.sub(" ", _clean(html, INLINE_TAGS))
    trimmed = (BREAK_AT_AN_END.sub("", part).strip() for part in BETWEEN_PARAGRAPHS.split(cleaned))
    return [f"<p>{part}</p>" for part in trimmed if has_words(part)]


def list_html(element: Tag) -> str:
    """Return a list as rich text; empty when there are no words in it."""
    for paragraph in element.find_all(["p", "div"]):
        paragraph.insert_before(BeautifulSoup("<br/>", "html.parser"))
        paragraph.unwrap()
    html = SPACE.sub(" ", _clean(str(element), INLINE_TAGS | LIST_TAGS)).strip()
    return re.sub(rf"<li>{BREAK}+", "<li>", html) if has_words(html) else ""


def lines(element: Tag) -> list[str]:
    """Return the words of an element, line by line."""
    parts = END_OF_LINE.sub("\n", SPACE.sub(" ", element.decode_contents())).split("\n")
    texts = (SPACE.sub(" ", unescape(MARKUP.sub("", part))).strip() for part in parts)
    return [text for text in texts if has_words(text)]


def has_words(html: str) -> bool:
    """Return whether anything can be read: not only spaces, of whatever width."""
    return bool(unescape(MARKUP.sub("", html)).strip().strip("\u200b\ufeff"))


def letters(text: str) -> str:
    """Return a text's letters and digits alone: what makes two texts the same words."""
    return "".join(character for character in text.casefold() if character.isalnum())


def without_quotation_marks(text: str) -> str:
    """Return a quotation's words; marks that also part it inside stay."""
    for opening, closing in QUOTATION_MARKS:
        inside = text[1:-1]
        if text[:1] == opening and text[-1:] == closing and not {opening, closing} & set(inside):
            return inside.strip()
    return text


def paragraph_of(text: str) -> str:
    """Return plain text as a paragraph of rich text."""
    return f"<p>{escape(text, quote=False)}</p>"


def _clean(html: str, tags: set[str]) -> str:
    return nh3.clean(html, tags=tags, attributes={"a": {"href"}}, url_schemes=ALLOWED_SCHEMES, link_rel=None)
