"""Fills whatever has fields: a word in every text, a target at the end of every edge.

Fields are found by walking the model and its blocks, so that a new one is covered by being there.
"""

import json
from collections import defaultdict
from itertools import cycle
from uuid import uuid4

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from taggit.managers import TaggableManager
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.embeds.blocks import EmbedBlock
from wagtail.fields import StreamField

# What Wagtail works out itself, and what only code of its own reads.
NOT_TEXT = {"path", "url_path", "draft_title", "latest_revision", "file_hash"}


class Targets:
    """What edges may lead to, by model. Each place asks for its next target in turn."""

    def __init__(self, *things):
        self.things = defaultdict(list)
        self._turns = {}
        self.add(*things)

    def add(self, *things):
        """Enter things under their model and, for pages, under `Page`."""
        for thing in things:
            for model in {type(thing), *type(thing)._meta.all_parents}:
                if thing not in self.things[model]:
                    self.things[model].append(thing)

    def all(self, model):
        """Return everything that an edge to this model may lead to."""
        return self.things.get(model, [])

    def next(self, place, model):
        """Return a place's next target, round and round; `None` when there is none."""
        if not self.all(model):
            return None
        if place not in self._turns:
            self._turns[place] = cycle(list(self.things[model]))
        return next(self._turns[place])


def is_edge(field):
    """Return whether a column is an edge that editors choose the end of."""
    return isinstance(field, models.ForeignKey) and field.editable and not field.unique


class Filling:
    """Fills instances with words from `word` (a function of what the word stands for) and edges to `targets`.

    `never_public` has another such function for columns written as "Article.editors_note". A body has `rounds`
    blocks of every kind; without rounds there are neither bodies nor parts.
    """

    def __init__(self, word, targets, never_public=None, rounds=1):
        self.word = word
        self.targets = targets
        self.never_public = never_public or {}
        self.rounds = rounds

    def fields(self, model, where):
        """Return values for all columns of a model that hold words or edges."""
        values = {}
        for field in model._meta.concrete_fields:
            value = self.field_value(field, where)
            if value is not None:
                values[field.name] = value
        return values

    def field_value(self, field, where):
        """Return a value for one column; `None` for one that holds neither words nor an edge of ours."""
        place = f"{field.model.__name__}.{field.name}"
        if isinstance(field, StreamField):
            return self.stream(field.stream_block, place, where) if self.rounds or not field.blank else None
        if isinstance(field, models.ForeignKey):
            return self.targets.next(place, field.related_model) if is_edge(field) else None
        if field.name in NOT_TEXT or field.choices or not field.editable:
            return None
        if not isinstance(field, models.CharField | models.TextField):
            return None
        word = self.never_public.get(place, self.word)(f"{where}: {place}")
        return f"https://words.example/{word}" if isinstance(field, models.URLField) else word

    def stream(self, stream_block, place, where):
        """Return a stream as it is stored, with every kind of block in it."""
        values = [
            {"type": name, "value": self.block(child, f"{place}.{name}", where), "id": str(uuid4())}
            for _ in range(self.rounds)
            for name, child in stream_block.child_blocks.items()
        ]
        return json.dumps(values)

    def block(self, block, place, where):
        """Return a block's value as it is stored."""
        if isinstance(block, blocks.StructBlock):
            return {
                name: self.block(child, f"{place}.{name}", where)
                for name, child in block.child_blocks.items()
            }
        if isinstance(block, blocks.ListBlock):
            number = max(block.meta.min_num or 1, len(self._choices(block.child_block)))
            values = [self.block(block.child_block, place, where) for _ in range(number)]
            return [{"type": "item", "value": value, "id": str(uuid4())} for value in values]
        if isinstance(block, blocks.ChooserBlock):
            target = self.targets.next(place, block.target_model)
            return target and target.pk
        if isinstance(block, BaseTypedTableBlock):
            return self.table(block, place, where)
        return self.leaf(block, f"{where}: {place}")

    def _choices(self, block):
        return self.targets.all(block.target_model) if isinstance(block, blocks.ChooserBlock) else ()

    def table(self, block, place, where):
        """Return a table with a column of every kind."""
        kinds = block.child_blocks.items()
        return {
            "caption": self.word(f"{where}: {place}.caption"),
            "columns": [
                {"type": kind, "heading": self.word(f"{where}: {place}.heading")} for kind, _ in kinds
            ],
            "rows": [{"values": [self.block(child, place, where) for _, child in kinds]}],
        }

    def leaf(self, block, meaning):
        """Return the value of a block without children."""
        if isinstance(block, EmbedBlock):
            return f"https://youtu.be/{self.word(meaning)}"
        if isinstance(block, blocks.URLBlock):
            return f"https://words.example/{self.word(meaning)}"
        if isinstance(block, blocks.RichTextBlock):
            return f"<p>{self.word(meaning)}{self.links()}</p>"
        if isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.RawHTMLBlock):
            return self.word(meaning)
        return block.get_default()

    def links(self):
        """Return a link to every target that rich text can link to."""
        kinds = {"Page": "page", "Document": "document"}
        return "".join(
            f' <a linktype="{kinds[model.__name__]}" id="{thing.pk}">there</a>'
            for model, things in list(self.targets.things.items())
            if model.__name__ in kinds
            for thing in things
        )

    def add_parts(self, page, where):
        """Give an unsaved page its ordered parts, one for each target of theirs, and its other edges."""
        for relation in get_all_child_relations(page) if self.rounds else ():
            part = relation.related_model
            edges = [
                field for field in part._meta.fields if is_edge(field) and field.name != relation.field.name
            ]
            number = max([1, *(len(self.targets.all(field.related_model)) for field in edges)])
            rows = [part(**self.fields(part, where)) for _ in range(number)]
            if all(getattr(row, field.attname) for row in rows for field in edges if not field.null):
                setattr(page, relation.get_accessor_name(), rows)
        for field in page._meta.many_to_many:
            if isinstance(field, ParentalManyToManyField):
                setattr(page, field.name, self.targets.all(field.related_model))

    def add_tags(self, thing, where):
        """Tag a saved thing with a word of its own, under each of its ways to be tagged."""
        for manager in thing._meta.get_fields():
            if isinstance(manager, TaggableManager):
                getattr(thing, manager.name).add(self.word(f"{where}: a tag"))
