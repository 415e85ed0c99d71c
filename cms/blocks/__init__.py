"""StreamField blocks that any page may use, named for what the reader sees."""

from cms.blocks.media import DocumentBlock, EmbedBlock, FigureBlock, GalleryBlock
from cms.blocks.text import FactBoxBlock, HeadingBlock, ParagraphBlock, QuoteBlock, TableBlock

__all__ = [
    "DocumentBlock",
    "EmbedBlock",
    "FactBoxBlock",
    "FigureBlock",
    "GalleryBlock",
    "HeadingBlock",
    "ParagraphBlock",
    "QuoteBlock",
    "TableBlock",
]
