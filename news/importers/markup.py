"""Turns HTML, whoever wrote it, into the blocks of an article's body.

What no block can hold is not dropped silently: it is named in the remarks.
"""

import re
from collections.abc import Callable
from html import escape
from typing import Any

import nh3
from bs4 import BeautifulSoup, NavigableString, Tag

from cms.rich_text import ALLOWED_SCHEMES
from news.importers import inline
from news.importers.frames import page_of_frame
from news.importers.items import InlinePicture
from news.importers.tables import table_value

Block = dict[str, Any]
PlacePicture = Callable[[InlinePicture], Block | None]
"""Returns the block for a picture in the text; `None` when it cannot be placed or stands elsewhere."""

PHRASING = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
})  # fmt: skip
"""Elements that run along in a line of text."""
HEADINGS = {"h1": "2", "h2": "2", "h3": "3", "h4": "4", "h5": "4", "h6": "4"}
PLAYERS = frozenset({"audio", "embed", "iframe", "object", "video"})
SET_APART = PLAYERS | {"img", "figure", "table", "blockquote", "hr"}
"""Elements that become something of their own wherever they stand."""
STRUCTURE = SET_APART | {
    *HEADINGS, "address", "article", "aside", "caption", "center", "dd", "details", "div", "dl", "dt",
    "figcaption", "footer", "header", "li", "main", "nav", "ol", "p", "picture", "pre", "section", "summary",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "*": {"class"},
    "a": {"href"},
    "img": {"src", "alt", "data-assoc-ref"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    **{player: {"src", "data"} for player in PLAYERS},
}
WITHOUT_WORDS = {"script", "style", "title", "template"}
LONGEST_HEADING = 160
LONGEST_ATTRIBUTION = 200
DATELINE_CLASSES = {"dat", "dateline"}
CREDIT_CLASSES = ["byline", "credit", "copyright"]


class MarkupReader:
    """Reads one body. Afterwards `blocks` holds the body, `remarks` what is not in it."""

    def __init__(self, headline: str, place_picture: PlacePicture) -> None:
        self.blocks: list[Block] = []
        self.remarks: list[str] = []
        self._headline = inline.letters(headline)
        self._place_picture = place_picture
        self._run: list[str] = []
        self._readers: dict[str, Callable[[Tag], None]] = {
            **dict.fromkeys(HEADINGS, self._heading),
            **dict.fromkeys(PLAYERS, self._player),
            "blockquote": self._quotation,
            "dt": self._term,
            "figure": self._figure,
            "hr": self._separator,
            "img": self._picture,
            "ol": self._list,
            "pre": self._preformatted,
            "table": self._table,
            "ul": self._list,
        }

    def read(self, html: str) -> None:
        """Read a body's HTML, however badly it is nested."""
        scripts = len(re.findall(r"<script\b", html, re.IGNORECASE))
        if scripts:
            self.remarks.append(f"left out {scripts} script{'s' if scripts > 1 else ''}")
        nested = nh3.clean(
            html,
            tags={*PHRASING, *STRUCTURE},
            attributes=ATTRIBUTES,
            url_schemes=ALLOWED_SCHEMES,
            link_rel=None,
            clean_content_tags=WITHOUT_WORDS,
        )
        soup = BeautifulSoup(nested, "html.parser")
        self._tidy(soup)
        self._children(soup)

    def _tidy(self, soup: BeautifulSoup) -> None:
        """Bring what runs along in a line down to what can be stored."""
        for link in soup.find_all("a"):
            address = str(link.get("href", ""))
            if not re.match(rf"(?:{'|'.join(ALLOWED_SCHEMES)}):", address):
                if address:
                    self.remarks.append(f"left out a link that leads nowhere from here: {address}")
                link.unwrap()
        for name, stored in (("strong", "b"), ("em", "i")):
            for element in soup.find_all(name):
                element.name = stored
        for quotation in soup.find_all("q"):
            quotation.insert(0, "“")
            quotation.append("”")

    def _children(self, element: Tag) -> None:
        """Read what an element holds; what runs along is gathered until something else begins."""
        for child in list(element.children):
            if isinstance(child, NavigableString):
                self._run.append(escape(str(child), quote=False))
            elif isinstance(child, Tag):
                self._child(child)
        self._end_paragraph()

    def _child(self, child: Tag) -> None:
        if child.name in PHRASING and not child.find(list(STRUCTURE)):
            self._run.append(str(child))
            return
        self._end_paragraph()
        if child.name == "a":
            self.remarks.append(f"left out the link around something that is no text: {child['href']}")
        if DATELINE_CLASSES & set(child.get("class") or ()):
            words = " ".join(text.strip() for text in child.stripped_strings)
            self.remarks.append(f"left out the line above the text: {words}")
        else:
            self._readers.get(child.name, self._children)(child)

    def _end_paragraph(self) -> None:
        self.blocks += [
            {"type": "paragraph", "value": html} for html in inline.paragraphs("".join(self._run))
        ]
        self._run.clear()

    def _heading(self, element: Tag) -> None:
        apart = self._set_apart(element)
        words = self._words(element, "a heading")
        if len(words) > LONGEST_HEADING:
            self.blocks.append({"type": "paragraph", "value": f"<p><b>{escape(words, quote=False)}</b></p>"})
        elif words and not (element.name == "h1" and inline.letters(words) == self._headline):
            self.blocks.append({"type": "heading", "value": {"text": words, "level": HEADINGS[element.name]}})
        self._each(apart)

    def _list(self, element: Tag) -> None:
        apart = self._set_apart(element)
        if html := inline.list_html(element):
            self.blocks.append({"type": "paragraph", "value": html})
        self._each(apart)

    def _term(self, element: Tag) -> None:
        self._run.append("<b>")
        self._run.append(element.decode_contents())
        self._run.append("</b>")
        self._end_paragraph()

    def _preformatted(self, element: Tag) -> None:
        lines = (escape(line.strip(), quote=False) for line in element.get_text().splitlines())
        self._run.append("<br/>".join(lines))
        self._end_paragraph()

    def _quotation(self, element: Tag, attribution: str = "") -> None:
        apart = self._set_apart(element)
        named = element.find_all(["footer", "cite"])
        if named and not attribution and len(self._words_of(named[-1])) <= LONGEST_ATTRIBUTION:
            attribution = self._words_of(named[-1].extract()).lstrip("–—- ")
        text = inline.without_quotation_marks(self._words(element, "a quotation", separator="\n"))
        if text:
            quotation = {"text": text, "attribution": attribution, "is_pull_quote": False, "lang": ""}
            self.blocks.append({"type": "quote", "value": quotation})
        self._each(apart)

    def _table(self, element: Tag, caption: str = "") -> None:
        apart = self._set_apart(element)
        heading = element.find("caption")
        if isinstance(heading, Tag):
            caption = self._words_of(heading.extract()) or caption
        value = table_value(element, caption)
        if value:
            self._note_links(element, "a table")
            self.blocks.append({"type": "table", "value": value})
        else:
            self._children(element)
        self._each(apart)

    def _figure(self, element: Tag) -> None:
        """Read a figure: pictures, or a quotation or table with its caption."""
        heading = element.find("figcaption")
        caption = self._words(heading.extract(), "a caption") if isinstance(heading, Tag) else ""
        credited = element.find(class_=CREDIT_CLASSES)
        credit = self._words_of(credited.extract()) if isinstance(credited, Tag) else ""
        inner = element.find(["img", "blockquote", "table"])
        if not isinstance(inner, Tag):
            self._children(element)
            caption = " ".join(filter(None, (caption, credit)))
            self.blocks += [{"type": "paragraph", "value": inline.paragraph_of(caption)}] if caption else []
        elif inner.name == "blockquote":
            self._quotation(inner, attribution=caption[:LONGEST_ATTRIBUTION])
        elif inner.name == "table":
            self._table(inner, caption=caption)
        else:
            for picture in element.find_all("img"):
                self._picture(picture, caption, credit)

    def _picture(self, element: Tag, caption: str = "", credit: str = "") -> None:
        source, reference, alt = (str(element.get(name, "")) for name in ("src", "data-assoc-ref", "alt"))
        block = self._place_picture(InlinePicture(source, reference, alt, caption, credit))
        if block:
            self.blocks.append(block)

    def _player(self, element: Tag) -> None:
        address = str(element.get("src") or element.get("data") or "")
        page = page_of_frame(address)
        if page:
            self.blocks.append({"type": "embed", "value": page})
        else:
            self.remarks.append(f"left out what {element.name} plays: {address or 'no address'}")

    def _separator(self, element: Tag) -> None:
        self.remarks.append("left out a separating line")

    def _set_apart(self, element: Tag) -> list[Tag]:
        """Take out what cannot stand inside a heading, list, quotation or table; it follows behind."""
        apart = [each for each in element.find_all(list(SET_APART)) if not _is_inside(each, element)]
        return [each.extract() for each in apart]

    def _each(self, elements: list[Tag]) -> None:
        for element in elements:
            self._child(element)

    def _words(self, element: Tag, place: str, separator: str = " ") -> str:
        """Return an element's words, where they are kept without markup."""
        self._note_links(element, place)
        return separator.join(inline.lines(element))

    def _words_of(self, element: Tag) -> str:
        return " ".join(inline.lines(element))

    def _note_links(self, element: Tag, place: str) -> None:
        self.remarks += [f"left out the link of {place}: {link['href']}" for link in element.find_all("a")]


def _is_inside(element: Tag, outermost: Tag) -> bool:
    """Return whether another element that is set apart lies between the two."""
    between = element.parent
    while between is not None and between is not outermost:
        if between.name in SET_APART:
            return True
        between = between.parent
    return False
