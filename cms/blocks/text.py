"""Blocks made of words: paragraphs, headings, quotations, fact boxes, tables."""

from grapple.helpers import register_streamfield_block
from grapple.models import GraphQLBoolean, GraphQLInt, GraphQLString
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from cms.graphql.declarations import GraphQLEdge, GraphQLIdentifier

IDENTIFIER = GraphQLIdentifier("The block's identifier: stable while the block is edited and moved.")

PARAGRAPH_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "superscript", "subscript"]
FACT_BOX_FEATURES = ["bold", "italic", "link", "ol", "ul"]


@register_streamfield_block
class ParagraphBlock(blocks.RichTextBlock):
    """One or more paragraphs and lists of running text."""

    graphql_fields = [
        IDENTIFIER,
        GraphQLString("html", required=True, description="The text as cleaned HTML, links resolved."),
        GraphQLString("text", required=True, description="The text without markup."),
    ]

    def __init__(self, **options: object) -> None:
        options.setdefault("features", PARAGRAPH_FEATURES)
        super().__init__(**options)

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        """Appear in migrations as Wagtail's own block, so that they do not import this class."""
        return "wagtail.blocks.RichTextBlock", [], {"features": self.features}

    class Meta:
        icon = "pilcrow"
        group = "Text"
        description = "Running text: write or paste paragraphs and lists."
        preview_value = (
            "<p>The harbour reopened at six on Tuesday. By seven the first boats were back with "
            "<b>eleven crates</b> of mackerel.</p>"
        )
        template = "cms/blocks/paragraph.html"


@register_streamfield_block
class HeadingBlock(blocks.StructBlock):
    """A heading inside the text."""

    text = blocks.CharBlock(max_length=160, help_text="A few words; no full stop.")
    level = blocks.ChoiceBlock(
        choices=[("2", "Section"), ("3", "Subsection"), ("4", "Minor")],
        default="2",
        help_text="Do not skip a level: screen readers read them as an outline.",
    )

    graphql_fields = [
        IDENTIFIER,
        GraphQLString("text", required=True, description="The heading's words."),
        GraphQLInt("level", required=True, description="2, 3 or 4, as in h2, h3, h4."),
        GraphQLString(
            "anchor", required=True, description="An id for the heading, unique within the body, to link to."
        ),
    ]

    class Meta:
        icon = "title"
        group = "Text"
        description = "Divides a long story; each heading gets an address of its own."
        preview_value = {"text": "What happens next", "level": "2"}
        template = "cms/blocks/heading.html"


@register_streamfield_block
class QuoteBlock(blocks.StructBlock):
    """Somebody's words, set apart: a block quotation, or a pull quote that repeats words of the story."""

    text = blocks.TextBlock(rows=3, help_text="The words alone, without quotation marks.")
    attribution = blocks.CharBlock(
        required=False, max_length=200, help_text="Who said it, such as “Leila Noor, harbour master”."
    )
    is_pull_quote = blocks.BooleanBlock(
        required=False, label="Pull quote", help_text="Tick when these words also stand in the running text."
    )
    lang = blocks.CharBlock(
        required=False,
        max_length=12,
        label="Language",
        help_text="Language code such as ur or de, when it differs from the story's.",
    )

    graphql_fields = [
        IDENTIFIER,
        GraphQLString("text", required=True, description="The words, without quotation marks."),
        GraphQLString("attribution", required=True, description="Who said it; empty when not given."),
        GraphQLBoolean(
            "is_pull_quote", required=True, description="Whether the words repeat the story's own."
        ),
        GraphQLString("lang", description="Language code, when it differs from the article's."),
        GraphQLEdge("dir", "TextDirection", required=False, description="Direction, when lang is given."),
    ]

    class Meta:
        icon = "openquote"
        group = "Text"
        description = "Somebody's words set apart, or a pull quote."
        preview_value = {
            "text": "We kept the lamp lit because someone had to come home.",
            "attribution": "Leila Noor, harbour master",
            "is_pull_quote": False,
            "lang": "",
        }
        template = "cms/blocks/quote.html"


@register_streamfield_block
class FactBoxBlock(blocks.StructBlock):
    """Background beside the story."""

    title = blocks.CharBlock(max_length=120, help_text="Such as “The treaty in brief”.")
    body = blocks.RichTextBlock(features=FACT_BOX_FEATURES, help_text="Short paragraphs or a list.")

    graphql_fields = [
        IDENTIFIER,
        GraphQLString("title", required=True, description="The box's title."),
        GraphQLString("html", required=True, description="The box's text as cleaned HTML, links resolved."),
    ]

    class Meta:
        icon = "list-ul"
        group = "Text"
        description = "Background in a box: figures, dates, what went before."
        preview_value = {
            "title": "The harbour in figures",
            "body": "<ul><li>412 berths</li><li>38 working boats</li><li>open since 1887</li></ul>",
        }
        template = "cms/blocks/fact_box.html"


@register_streamfield_block
class TableBlock(TypedTableBlock):
    """A table with a header row; every cell is text."""

    text = blocks.CharBlock(required=False)
    number = blocks.CharBlock(required=False, icon="decimal", help_text="Written as readers should see it.")

    graphql_fields = [
        IDENTIFIER,
        GraphQLString("caption", required=True, description="What the table shows; may be empty."),
        GraphQLEdge("header", "String", many=True, description="The column headings."),
        GraphQLEdge("rows", "TextRows", description="The cells, row by row."),
    ]

    class Meta:
        icon = "table"
        group = "Text"
        description = "Rows and columns of figures or words, with a caption."
        preview_value = {
            "caption": "Landings, in tonnes",
            "columns": [{"type": "text", "heading": "Year"}, {"type": "number", "heading": "Mackerel"}],
            "rows": [{"values": ["2024", "1,204"]}, {"values": ["2025", "1,391"]}],
        }
        template = "cms/blocks/table.html"
