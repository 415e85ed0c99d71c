"""How values become what the schema promises: nulls, lists, scalars and enums, worked out once per type."""

from collections.abc import Callable
from functools import cache
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLOutputType,
    GraphQLScalarType,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

Serialize = Callable[[Any], Any]


class Completion:
    """One layer of an output type, from the outside in.

    `required`: null is an error. `of`: the layer inside a list; `None` when this is no list.
    `serialize`: how a leaf becomes JSON; `None` when objects lie here. `leaf`: the same with null, where that is
    allowed. What is no value, such as an error, every `serialize` has to refuse.
    """

    __slots__ = ("is_abstract", "leaf", "of", "required", "serialize", "type_name")

    def __init__(self, output_type: Any) -> None:
        self.required = is_non_null_type(output_type)
        inner: Any = output_type.of_type if self.required else output_type
        self.of: Completion | None = Completion(inner.of_type) if is_list_type(inner) else None
        self.serialize: Serialize | None = _serializer(inner) if is_leaf_type(inner) else None
        self.leaf = self.serialize if self.required or not self.serialize else _nullable(self.serialize)
        self.is_abstract = is_abstract_type(inner)
        self.type_name: str = "" if self.of else inner.name


@cache
def completion_of(output_type: GraphQLOutputType) -> Completion:
    """Return the layers of an output type."""
    return Completion(output_type)


def _serializer(leaf: GraphQLScalarType | GraphQLEnumType) -> Serialize:
    if isinstance(leaf, GraphQLEnumType):
        return _enum_names(leaf).__getitem__
    return _text(leaf.serialize) if leaf.name in {"String", "ID"} else leaf.serialize


def _text(serialize: Serialize) -> Serialize:
    def text(value: Any) -> Any:
        if type(value) is str:
            return value
        if isinstance(value, Exception):
            raise TypeError("an error is no text, although it has one")
        return serialize(value)

    return text


def _nullable(serialize: Serialize) -> Serialize:
    return lambda value: None if value is None else serialize(value)


def _enum_names(enum: GraphQLEnumType) -> dict[Any, str]:
    names = {}
    for name, definition in enum.values.items():
        value = definition.value
        names[getattr(value, "value", value)] = name
        names[value] = name
    return names
