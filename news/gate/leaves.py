"""Takes a thing apart into its smallest values, blocks within blocks included, and says where each one is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

from news.gate.findings import Location
from news.gate.subject import Subject


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value that holds no others, of a model's field or of a block; `beside` are its siblings."""

    value: Any
    location: Location
    field: models.Field | None = None
    block: blocks.Block | None = None
    beside: Any = None


def leaves(subject: Subject) -> Iterator[Leaf]:
    """Yield every editable value of a thing and its children, in the order of the model."""
    yield from _of_model(subject.instance, subject.ignored)
    for name, model in subject.child_relations():
        for place, child in enumerate(subject.related(name)):
            relation = Location(name, capfirst(str(model._meta.verbose_name)), name, (place,))
            yield from _of_model(child, (), relation)


def _of_model(instance: Any, ignored: tuple[str, ...], within: Location | None = None) -> Iterator[Leaf]:
    for field in instance._meta.concrete_fields:
        if not field.editable or field.name in ignored or field.primary_key:
            continue
        label = capfirst(str(field.verbose_name))
        location = within.below(field.name, label) if within else Location.of_field(field.name, label)
        if isinstance(field, StreamField):
            yield from _of_block(field.stream_block, getattr(instance, field.name), location)
        elif field.is_relation:
            yield Leaf(getattr(instance, field.attname), location, field=field)
        else:
            yield Leaf(getattr(instance, field.name), location, field=field)


def _of_block(block: blocks.Block, value: Any, location: Location, beside: Any = None) -> Iterator[Leaf]:
    if value is None:
        return
    if isinstance(block, blocks.BaseStreamBlock):
        for place, child in enumerate(value):
            below = location.below(place, f"{place + 1}. {child.block.label}", child.id or "")
            yield from _of_block(child.block, child.value, below)
    elif isinstance(block, blocks.ListBlock):
        for place, child in enumerate(value.bound_blocks):
            below = location.below(place, f"No. {place + 1}", child.id or "")
            yield from _of_block(block.child_block, child.value, below)
    elif isinstance(block, blocks.BaseStructBlock) and not isinstance(block, ImageBlock):
        for name, child_block in block.child_blocks.items():
            below = location.below(name, str(child_block.label))
            yield from _of_block(child_block, value.get(name), below, value)
    else:
        yield Leaf(value, location, block=block, beside=beside)
