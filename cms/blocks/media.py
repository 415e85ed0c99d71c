"""Blocks made of files and of other sites' content: figures, galleries, documents, embeds."""

from grapple.helpers import register_streamfield_block
from grapple.models import GraphQLInt, GraphQLString
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.embeds.blocks import EmbedBlock as WagtailEmbedBlock
from wagtail.images.blocks import ImageBlock

from cms.blocks.text import IDENTIFIER
from cms.graphql.declarations import GraphQLEdge


class PlacedImageBlock(blocks.StructBlock):
    """A picture as it stands in one place: with its alternative text, caption and credit there."""

    image = ImageBlock()
    caption = blocks.CharBlock(
        required=False, max_length=500, help_text="Left empty, the picture's own caption is shown."
    )
    credit = blocks.CharBlock(
        required=False, max_length=160, help_text="Left empty, the picture's own credit is shown."
    )


@register_streamfield_block
class FigureBlock(PlacedImageBlock):
    """A picture in the text."""

    graphql_fields = [
        IDENTIFIER,
        GraphQLEdge("figure", "Figure", description="The picture with its words."),
    ]

    class Meta:
        icon = "image"
        group = "Media"
        description = "A picture with caption and credit."
        template = "cms/blocks/figure.html"
        preview_template = "cms/blocks/preview/figure.html"


@register_streamfield_block
class GalleryBlock(blocks.ListBlock):
    """Several pictures that belong together."""

    graphql_fields = [
        IDENTIFIER,
        GraphQLEdge("figures", "Figure", many=True, description="The pictures, in the editors' order."),
    ]

    def __init__(self, child_block: blocks.Block | None = None, **options: object) -> None:
        options.setdefault("min_num", 2)
        options.setdefault("max_num", 30)
        super().__init__(child_block or PlacedImageBlock(), **options)

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        """Appear in migrations as Wagtail's own block, so that they do not import this class."""
        return "wagtail.blocks.ListBlock", [self.child_block], {}

    class Meta:
        icon = "copy"
        group = "Media"
        description = "Two to thirty pictures, shown as a series."
        template = "cms/blocks/gallery.html"
        preview_template = "cms/blocks/preview/gallery.html"


@register_streamfield_block
class EmbedBlock(WagtailEmbedBlock):
    """A video or post from a provider on the allow-list."""

    graphql_fields = [
        IDENTIFIER,
        GraphQLString("url", required=True, description="The address that was embedded."),
        GraphQLString(
            "html",
            required=True,
            description="The provider's frame, built from the address by an allow-list.",
        ),
        GraphQLString("provider", required=True, description="The provider's name, such as YouTube."),
        GraphQLString("title", required=True, description="The provider's title of it; may be empty."),
    ]

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        """Appear in migrations as Wagtail's own block, so that they do not import this class."""
        return "wagtail.embeds.blocks.EmbedBlock", [], {}

    class Meta:
        icon = "media"
        group = "Media"
        description = "A video or post: paste its address from the browser."
        template = "cms/blocks/embed.html"
        preview_template = "cms/blocks/preview/embed.html"


@register_streamfield_block
class DocumentBlock(blocks.StructBlock):
    """A file to download."""

    document = DocumentChooserBlock(help_text="PDF, spreadsheet or text.")
    title = blocks.CharBlock(
        required=False, max_length=160, help_text="Left empty, the document's own title is shown."
    )

    graphql_fields = [
        IDENTIFIER,
        GraphQLString("title", required=True, description="What the file is."),
        GraphQLString("url", required=True, description="Address to download it from."),
        GraphQLInt("bytes", required=True, description="Size in bytes."),
    ]

    class Meta:
        icon = "doc-full-inverse"
        group = "Media"
        description = "A report or data file that readers can download."
        template = "cms/blocks/document.html"
        preview_template = "cms/blocks/preview/document.html"
