"""The body block that offers other articles."""

from collections.abc import Sequence

from cms.graphql.blocks import RawBlock, prepares
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row
from news.schema.article_lists import articles_by_id


@prepares("RelatedBlock")
def related_blocks(blocks: Sequence[RawBlock], selection: Selection) -> list[Row | None]:
    """Prepare lists of articles; one without a visible article is left out."""
    keys = [
        [item["value"] if isinstance(item, dict) else item for item in block.value or ()] for block in blocks
    ]
    ids = [key for found in keys for key in found if key]
    found = articles_by_id(ids, selection.columns("Article", "articles", within="RelatedBlock"), selection)
    shown = [[found[key] for key in each if key in found] for each in keys]
    return [{"articles": articles} if articles else None for articles in shown]
