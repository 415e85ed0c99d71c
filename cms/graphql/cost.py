"""What an operation costs before it runs: points for every statement and every object it may need.

A field is paid for twice. `once` is paid for each place where the field stands in the document, however
many rows it serves: the executor answers a field for all rows of a level together, so this is its SQL, at
100 points a statement. `each` is paid for every object it yields, lists within lists multiplied, at a point
for two objects. With what a request needs for itself, the limit of 5,000 points means fewer than 50
statements, however few the objects, and fewer than 8,600 objects, however few the statements.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple, cast

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
)

from cms.graphql.limits import Limits

STATEMENT = 100
# What any request may ask the database for: the site, its settings and languages, and what is visible.
REQUEST = 7 * STATEMENT
OBJECTS_A_POINT = 2
PAGE_ARGUMENT = "first"
# The lists of a connection: as long as the page that the connection was asked for.
PAGE_LISTS = frozenset({"nodes", "edges"})


class FieldCost(NamedTuple):
    """What one field costs, in points. `size` is what a list without `first` is taken to hold."""

    once: int = 0
    each: int = 1
    size: int | None = None


class Points(NamedTuple):
    """The cost of a part of an operation: paid once, and paid again for every row of the part above."""

    once: int
    each: int

    @property
    def total(self) -> int:
        """What counts against the limit."""
        return self.once + -(-self.each // OBJECTS_A_POINT)


# A field that nobody declared: taken for one statement and, if it is a list, for the longest there is.
LONGEST = 100
UNDECLARED = FieldCost(once=STATEMENT)
LEAF = FieldCost(once=0, each=0)
# Asking for the schema runs no SQL but prints it whole; asking for one type prints a part.
INTROSPECTION = {"__schema": FieldCost(once=3_000), "__type": FieldCost(once=200), "__typename": LEAF}

_declared: dict[str, FieldCost] = {}


def declare_costs(costs: Mapping[str, FieldCost]) -> None:
    """Enter what fields, written as "Article.bylines", cost."""
    _declared.update(costs)


def declared_costs() -> dict[str, FieldCost]:
    """Return every declared cost by "Type.field"."""
    return dict(_declared)


@dataclass(frozen=True, slots=True)
class Variable:
    """The length of a page that only the request's variables tell."""

    name: str
    default: int


class Size(Enum):
    """Lists that are as long as a page: their own, or that of the connection they lie in."""

    OWN_PAGE = 1
    PARENT_PAGE = 2


@dataclass(slots=True)
class Term:
    """One field in a document: its cost, how many objects it yields, and what lies below it."""

    once: int
    each: int
    size: int | Size
    page: int | Variable | None
    below: "Block | None"


class Block:
    """What a selection set asks for: terms, and blocks that hold for one concrete type only."""

    __slots__ = ("fragments", "terms")

    def __init__(self) -> None:
        self.terms: list[Term] = []
        self.fragments: list[tuple[str | None, Block]] = []


class CostPlan:
    """The compact form of an operation from which its cost is worked out for any variables."""

    def __init__(
        self,
        schema: GraphQLSchema,
        operation: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
    ) -> None:
        self._schema = schema
        self._nodes = fragments
        self._fragments: dict[str, Block] = {}
        self._page_variables: set[str] = set()
        self._root = self._block(operation.selection_set, schema.query_type)
        self._last: tuple[tuple[Any, ...], Points] = (), Points(0, 0)

    def points(self, variables: Mapping[str, Any], limits: Limits) -> Points:
        """Return the cost; raise `LimitExceeded` when a page is longer than a list may be.

        Remembers the cost for the pages asked last: most documents have but one.
        """
        pages = (limits, *(variables.get(name) for name in self._page_variables))
        known_pages, points = self._last
        if pages != known_pages:
            once, each = _Evaluation(variables, limits).block(self._root, 1)
            points = Points(REQUEST + once, each)
            self._last = pages, points
        return points

    def _block(self, selection_set: SelectionSetNode, parent: Any) -> Block:
        block = Block()
        for node in selection_set.selections:
            if isinstance(node, FieldNode):
                block.terms.append(self._term(node, parent))
            elif isinstance(node, FragmentSpreadNode):
                fragment = self._nodes[node.name.value]
                block.fragments.append((self._only_for(fragment, parent), self._fragment(fragment)))
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition
                inside = self._schema.get_type(condition.name.value) if condition else parent
                block.fragments.append(
                    (self._only_for(node, parent), self._block(node.selection_set, inside))
                )
        return block

    def _fragment(self, node: FragmentDefinitionNode) -> Block:
        name = node.name.value
        if name not in self._fragments:
            parent = self._schema.get_type(node.type_condition.name.value)
            self._fragments[name] = self._block(node.selection_set, parent)
        return self._fragments[name]

    def _only_for(
        self, node: InlineFragmentNode | FragmentDefinitionNode, parent: GraphQLNamedType
    ) -> str | None:
        """Return the one type that a fragment is for where several are possible."""
        if not node.type_condition or not is_abstract_type(parent):
            return None
        condition = self._schema.get_type(node.type_condition.name.value)
        return condition.name if isinstance(condition, GraphQLObjectType) else None

    def _term(self, node: FieldNode, parent: Any) -> Term:
        name = node.name.value
        if name in INTROSPECTION:
            once, each, _ = INTROSPECTION[name]
            return Term(once, each, size=1, page=None, below=None)
        field = parent.fields[name]
        cost = cost_of(parent, name, field)
        below = self._block(node.selection_set, get_named_type(field.type)) if node.selection_set else None
        page = _page(node, field)
        if isinstance(page, Variable):
            self._page_variables.add(page.name)
        return Term(cost.once, cost.each, size_of(parent, name, field, cost), page, below)


class _Evaluation:
    """Works out one operation for one set of variables; each fragment once for each length of a page."""

    def __init__(self, variables: Mapping[str, Any], limits: Limits) -> None:
        self._variables = variables
        self._limits = limits
        self._done: dict[tuple[int, int], Points] = {}

    def block(self, block: Block, page: int) -> Points:
        key = (id(block), page)
        if key in self._done:
            return self._done[key]
        once = each = 0
        by_type: dict[str, int] = {}
        for points in (self.term(term, page) for term in block.terms):
            once += points.once
            each += points.each
        for only_for, inner in block.fragments:
            points = self.block(inner, page)
            once += points.once
            if only_for:
                by_type[only_for] = by_type.get(only_for, 0) + points.each
            else:
                each += points.each
        # A row is of one type only, so the dearest type stands for all.
        self._done[key] = Points(once, each + max(by_type.values(), default=0))
        return self._done[key]

    def term(self, term: Term, page: int) -> Points:
        own_page = self.page(term.page)
        below = self.block(term.below, own_page) if term.below else Points(0, 0)
        sizes = {Size.OWN_PAGE: own_page, Size.PARENT_PAGE: page}
        size = term.size if isinstance(term.size, int) else sizes[term.size]
        return Points(term.once + below.once, size * (term.each + below.each))

    def page(self, page: int | Variable | None) -> int:
        if isinstance(page, Variable):
            value = self._variables.get(page.name)
            page = page.default if value is None else value
        if page is None:
            return 1
        self._limits.check("list_items", page)
        return max(page, 0)


def cost_of(parent: Any, name: str, field: GraphQLField) -> FieldCost:
    """Return the cost of a field; an object type inherits what is declared for its interfaces."""
    for type_name in (parent.name, *(interface.name for interface in getattr(parent, "interfaces", ()))):
        declared = _declared.get(f"{type_name}.{name}")
        if declared:
            return declared
    if is_leaf_type(get_named_type(field.type)):
        return LEAF
    return UNDECLARED


def size_of(parent: Any, name: str, field: GraphQLField, cost: FieldCost) -> int | Size:
    """Return how many objects a field yields, or whose page says it."""
    if not is_list_type(get_nullable_type(cast(Any, field.type))):
        return 1
    if name in PAGE_LISTS and "pageInfo" in parent.fields:
        return Size.PARENT_PAGE
    if PAGE_ARGUMENT in field.args:
        return Size.OWN_PAGE
    return cost.size or LONGEST


def _page(node: FieldNode, field: GraphQLField) -> int | Variable | None:
    argument = field.args.get(PAGE_ARGUMENT)
    if argument is None:
        return None
    default = argument.default_value if isinstance(argument.default_value, int) else LONGEST
    for given in node.arguments:
        if given.name.value == PAGE_ARGUMENT:
            if isinstance(given.value, VariableNode):
                return Variable(given.value.name.value, default)
            if isinstance(given.value, IntValueNode):
                return int(given.value.value)
    return default
