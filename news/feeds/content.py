"""An article's blocks as the HTML of a feed: plain elements that every reader of feeds shows."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

BODY = """fragment FeedBlock on Block {
  ... on ParagraphBlock { html }
  ... on HeadingBlock { text level }
  ... on QuoteBlock { text attribution lang dir }
  ... on FigureBlock { figure { ...FeedFigure } }
  ... on GalleryBlock { figures { ...FeedFigure } }
  ... on EmbedBlock { url title provider }
  ... on TableBlock { caption header rows }
  ... on FactBoxBlock { title html }
  ... on DocumentBlock { title url }
  ... on RelatedBlock { articles { title url } }
}
fragment FeedFigure on Figure {
  alt caption credit image { rendition(crop: INLINE, format: JPEG) { url width height } }
}"""

Answer = Mapping[str, Any]


def content_html(article: Answer) -> str:
    """Return the article as HTML in its language and direction, what was put right at its end."""
    parts = [_figure(article["hero"]) if article["hero"] else "", _paragraph(article["standfirst"])]
    parts += [BLOCKS[block["__typename"]](block) for block in article["body"]]
    parts += [corrections_html(article)]
    return f'<div lang="{escape(article["lang"])}" dir="{article["dir"].lower()}">{"".join(parts)}</div>'


def corrections_html(article: Answer) -> str:
    """Return the notes under an article."""
    return "".join(
        f"<p><strong>{note['kind'].capitalize()}, {note['publishedAt'][:10]}:</strong> {escape(note['text'])}</p>"
        for note in article["corrections"]
    )


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _heading(block: Answer) -> str:
    return f"<h{block['level']}>{escape(block['text'])}</h{block['level']}>"


def _quote(block: Answer) -> str:
    where = f' lang="{escape(block["lang"])}" dir="{block["dir"].lower()}"' if block["lang"] else ""
    by = f"<p>— {escape(block['attribution'])}</p>" if block["attribution"] else ""
    return f"<blockquote{where}>{_paragraph(block['text'])}{by}</blockquote>"


def _figure(figure: Answer) -> str:
    made = figure["image"]["rendition"]
    words = " ".join(text for text in (figure["caption"], figure["credit"]) if text)
    caption = f"<figcaption>{escape(words)}</figcaption>" if words else ""
    size = f'width="{made["width"]}" height="{made["height"]}"'
    return f'<figure><img src="{escape(made["url"])}" alt="{escape(figure["alt"])}" {size}>{caption}</figure>'


def _gallery(block: Answer) -> str:
    return "".join(_figure(figure) for figure in block["figures"])


def _link(url: str, text: str) -> str:
    return f'<a href="{escape(url)}">{escape(text)}</a>'


def _table(block: Answer) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in block["header"])
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in block["rows"])
    caption = f"<caption>{escape(block['caption'])}</caption>" if block["caption"] else ""
    return f"<table>{caption}{f'<tr>{head}</tr>' if head else ''}{rows}</table>"


def _related(block: Answer) -> str:
    links = "".join(f"<li>{_link(article['url'], article['title'])}</li>" for article in block["articles"])
    return f"<ul>{links}</ul>" if links else ""


BLOCKS: dict[str, Callable[[Answer], str]] = {
    "ParagraphBlock": lambda block: block["html"],
    "HeadingBlock": _heading,
    "QuoteBlock": _quote,
    "FigureBlock": lambda block: _figure(block["figure"]),
    "GalleryBlock": _gallery,
    "EmbedBlock": lambda block: (
        f"<p>{_link(block['url'], block['title'] or block['provider'] or block['url'])}</p>"
    ),
    "TableBlock": _table,
    "FactBoxBlock": lambda block: f"<h3>{escape(block['title'])}</h3>{block['html']}",
    "DocumentBlock": lambda block: f"<p>{_link(block['url'], block['title'])}</p>",
    "RelatedBlock": _related,
}
"""How the blocks of each type are written. A test compares the list with the schema."""
