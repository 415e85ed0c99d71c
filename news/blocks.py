"""What may stand in an article's body and in a flash banner."""

from django.core.exceptions import ValidationError
from grapple.helpers import register_streamfield_block
from wagtail import blocks

from cms.blocks import (
    DocumentBlock,
    EmbedBlock,
    FactBoxBlock,
    FigureBlock,
    GalleryBlock,
    HeadingBlock,
    ParagraphBlock,
    QuoteBlock,
    TableBlock,
)
from cms.blocks.text import IDENTIFIER
from cms.graphql.declarations import GraphQLEdge


@register_streamfield_block
class RelatedBlock(blocks.ListBlock):
    """Other articles, offered inside the text."""

    graphql_fields = [
        IDENTIFIER,
        GraphQLEdge(
            "articles",
            "Article",
            many=True,
            description="The articles a reader may see, in the editors' order.",
        ),
    ]

    def __init__(self, child_block: blocks.Block | None = None, **options: object) -> None:
        options.setdefault("min_num", 1)
        options.setdefault("max_num", 6)
        super().__init__(child_block or blocks.PageChooserBlock(page_type="news.Article"), **options)

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        """Appear in migrations as Wagtail's own block, so that they do not import this class."""
        return "wagtail.blocks.ListBlock", [self.child_block], {}

    class Meta:
        icon = "link"
        group = "Media"
        description = "One to six other articles, offered in the middle of the text."
        template = "news/blocks/related.html"
        preview_template = "news/blocks/preview/related.html"


class ArticleBody(blocks.StreamBlock):
    """The blocks of a story."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    quote = QuoteBlock()
    figure = FigureBlock()
    gallery = GalleryBlock()
    embed = EmbedBlock()
    table = TableBlock()
    fact_box = FactBoxBlock()
    document = DocumentBlock()
    related = RelatedBlock()


class FlashHeadlineBlock(blocks.StructBlock):
    """One headline of a flash banner."""

    kicker = blocks.CharBlock(
        required=False,
        max_length=40,
        help_text="One or two words before the headline, such as “HARBOUR FIRE”.",
    )
    text = blocks.CharBlock(max_length=160, help_text="The headline; it must make sense alone.")
    article = blocks.PageChooserBlock(
        required=False,
        page_type="news.Article",
        help_text="Our own story. An article or an address, not both.",
    )
    url = blocks.URLBlock(
        required=False, label="Address", help_text="A page elsewhere, such as a live stream."
    )

    class Meta:
        icon = "bolt"
        label = "Headline"
        description = "A headline with an optional link."
        preview_value = {"kicker": "HARBOUR", "text": "Ferries stay in port until noon"}
        template = "news/blocks/flash_headline.html"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if cleaned.get("article") and cleaned.get("url"):
            message = "Choose an article or write an address, not both."
            raise blocks.StructBlockValidationError(block_errors={"url": ValidationError(message)})
        return cleaned


class FlashItems(blocks.StreamBlock):
    """The headlines of a banner."""

    headline = FlashHeadlineBlock()
