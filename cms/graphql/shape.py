"""How deep and how wide a parsed document is, fragments included, in time linear in its size.

Each definition is walked once, by itself; what its fragments add is then joined along the spreads, each
fragment worked out once. Runs before validation, so undefined fragments and cycles pass: the rules of the
specification report those.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from cms.graphql.limits import Limits

INTROSPECTION_ROOTS = frozenset({"__schema", "__type"})
# Lists that lead from a type to other types. One inside another would print the schema once for each of its
# fields, and no tool asks for that.
INTROSPECTION_LISTS = frozenset({"fields", "interfaces", "possibleTypes", "inputFields"})


class Levels(NamedTuple):
    """How many levels lie above a place: of fields, of introspection fields, of introspection's lists."""

    fields: int = 0
    introspection: int = 0
    lists: int = 0

    def below(self, other: "Levels") -> "Levels":
        """Return the levels of a place that lies `self` below a place at `other`."""
        return Levels(*(mine + above for mine, above in zip(self, other, strict=True)))

    def at_least(self, other: "Levels") -> "Levels":
        """Return the larger of the two, number by number."""
        return Levels(*map(max, self, other))


@dataclass(slots=True)
class Shape:
    """The shape of one definition without its fragments, and where it spreads those."""

    deepest: Levels = field(default_factory=Levels)
    spreads: list[tuple[str, Levels]] = field(default_factory=list)
    root_fields: int = 0
    root_spreads: list[str] = field(default_factory=list)


def check_shape(document: DocumentNode, limits: Limits) -> None:
    """Raise the error of the first limit that an operation of the document exceeds."""
    shapes = {
        node.name.value: _shape(node.selection_set, node.type_condition.name.value.startswith("__"))
        for node in document.definitions
        if isinstance(node, FragmentDefinitionNode)
    }
    joined = _Fragments(shapes)
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode):
            shape = _shape(node.selection_set, False)
            limits.check("root_fields", joined.root_fields(shape))
            levels = joined.deepest(shape)
            limits.check("depth", levels.fields)
            limits.check("introspection_depth", levels.introspection)
            if levels.lists > 1:
                raise GraphQLError(
                    "Introspection may list the fields of every type, but not of the types of those fields."
                )


class _Fragments:
    """Joins shapes along their spreads. A fragment that is being worked out already adds nothing."""

    def __init__(self, shapes: dict[str, Shape]) -> None:
        self._shapes = shapes
        self._deepest: dict[str, Levels] = {}
        self._root_fields: dict[str, int] = {}

    def deepest(self, shape: Shape) -> Levels:
        deepest = shape.deepest
        for name, place in shape.spreads:
            if name in self._shapes and name not in self._deepest:
                self._deepest[name] = Levels()
                self._deepest[name] = self.deepest(self._shapes[name])
            deepest = deepest.at_least(self._deepest.get(name, Levels()).below(place))
        return deepest

    def root_fields(self, shape: Shape) -> int:
        number = shape.root_fields
        for name in shape.root_spreads:
            if name in self._shapes and name not in self._root_fields:
                self._root_fields[name] = 0
                self._root_fields[name] = self.root_fields(self._shapes[name])
            number += self._root_fields.get(name, 0)
        return number


def _shape(selection_set: SelectionSetNode, introspecting: bool) -> Shape:
    shape = Shape()
    stack = [(selection_set, Levels(), introspecting)]
    while stack:
        selections, levels, introspecting = stack.pop()
        shape.deepest = shape.deepest.at_least(levels)
        for node in _flattened(selections):
            if isinstance(node, FragmentSpreadNode):
                shape.spreads.append((node.name.value, levels))
                if selections is selection_set:
                    shape.root_spreads.append(node.name.value)
            elif isinstance(node, FieldNode):
                shape.root_fields += selections is selection_set
                below, inside = _step(node, levels, introspecting)
                if node.selection_set:
                    stack.append((node.selection_set, below, inside))
                else:
                    shape.deepest = shape.deepest.at_least(below)
    return shape


def _step(node: FieldNode, levels: Levels, introspecting: bool) -> tuple[Levels, bool]:
    """Return the levels below a field, and whether introspection is going on there."""
    name = node.name.value
    if introspecting:
        if node.alias:
            raise GraphQLError("The fields of an introspection take no aliases.", node)
        return levels._replace(
            introspection=levels.introspection + 1, lists=levels.lists + (name in INTROSPECTION_LISTS)
        ), True
    if name in INTROSPECTION_ROOTS:
        return levels._replace(introspection=1), True
    return levels._replace(fields=levels.fields + 1), False


def _flattened(selection_set: SelectionSetNode) -> Iterator[SelectionNode]:
    """Yield fields and spreads, those of inline fragments included."""
    stack = [selection_set]
    while stack:
        for node in stack.pop().selections:
            if isinstance(node, InlineFragmentNode):
                stack.append(node.selection_set)
            else:
                yield node
