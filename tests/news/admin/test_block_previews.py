"""The block picker shows what each block is, with an empty database behind it."""

import pytest
from django.urls import reverse

from news.blocks import ArticleBody, FlashItems
from news.models import Article

BLOCKS = [*Article.body.field.stream_block.child_blocks.values()]
WORDS = {
    "paragraph": "eleven crates",
    "heading": "What happens next",
    "quote": "We kept the lamp lit",
    "figure": "Boats wait for the tide",
    "gallery": "Ropewalk at night",
    "embed": "A video to play",
    "table": "Landings, in tonnes",
    "fact_box": "412 berths",
    "document": "annual report",
    "related": "Read also",
}


def test_every_block_of_a_story_is_shown_in_the_picker():
    assert {block.name for block in BLOCKS} == WORDS.keys()
    assert all(block.is_previewable for block in BLOCKS)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
def test_a_block_tells_what_it_is_in_one_sentence(block):
    assert block.get_description().endswith(".")
    assert block.meta.icon != "placeholder"
    assert block.meta.group in {"Text", "Media"}


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
def test_the_preview_of_a_block_needs_nothing_in_the_database(sign_in, block):
    response = sign_in("Reporters").get(
        reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}
    )

    page = response.content.decode()
    assert WORDS[block.name] in page
    assert "cms/block-preview.css" in page


@pytest.mark.parametrize("block", [*ArticleBody().child_blocks.values(), *FlashItems().child_blocks.values()])
def test_a_half_filled_block_can_be_drawn(db, block):
    assert block.render(block.normalize(block.get_default())) is not None
