"""Plans: what a selection asks for, worked out once for a document and kept with it.

A plan has a `FieldPlan` for every response key of an object type. Fragments are merged into it, arguments
are still unevaluated, and what lies below a field is planned when it is first reached.
"""

from collections.abc import Iterable
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLIncludeDirective,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    ListValueNode,
    ObjectValueNode,
    SchemaMetaFieldDef,
    SelectionSetNode,
    TypeMetaFieldDef,
    TypeNameMetaFieldDef,
    ValueNode,
    VariableNode,
    get_directive_values,
    get_named_type,
    is_abstract_type,
    is_object_type,
)
from graphql.execution.values import get_argument_values
from graphql.pyutils import camel_to_snake

from cms.graphql.completion import Completion, completion_of
from cms.graphql.resolvers import BatchResolver, Resolution, resolution_of

META_FIELDS = {
    "__typename": TypeNameMetaFieldDef,
    "__schema": SchemaMetaFieldDef,
    "__type": TypeMetaFieldDef,
}
Conditions = tuple[Any, ...]


class DocumentPlan:
    """The schema and fragments that all plans of one document share."""

    def __init__(self, schema: GraphQLSchema, fragments: dict[str, FragmentDefinitionNode]) -> None:
        self.schema = schema
        self.fragments = fragments

    def object_plan(self, object_type: Any, selection_sets: Iterable[SelectionSetNode]) -> "ObjectPlan":
        """Return the plan of `object_type` for selection sets that are merged into one."""
        collected: dict[str, list[tuple[FieldNode, Conditions]]] = {}
        for selection_set in selection_sets:
            self._collect(object_type, selection_set, (), collected, set())
        return ObjectPlan(
            object_type, [FieldPlan(self, object_type, key, nodes) for key, nodes in collected.items()]
        )

    def _collect(
        self,
        object_type: GraphQLObjectType,
        selection_set: SelectionSetNode,
        conditions: Conditions,
        collected: dict[str, list[tuple[FieldNode, Conditions]]],
        spread: set[tuple[str, Conditions]],
    ) -> None:
        for node in selection_set.selections:
            reached = (*conditions, node) if node.directives else conditions
            if isinstance(node, FieldNode):
                key = node.alias.value if node.alias else node.name.value
                collected.setdefault(key, []).append((node, reached))
                continue
            if isinstance(node, FragmentSpreadNode):
                if (node.name.value, reached) in spread:
                    continue
                spread.add((node.name.value, reached))
            fragment: Any = self.fragments[node.name.value] if isinstance(node, FragmentSpreadNode) else node
            if self._applies(fragment, object_type):
                self._collect(object_type, fragment.selection_set, reached, collected, spread)

    def _applies(
        self, fragment: FragmentDefinitionNode | InlineFragmentNode, object_type: GraphQLObjectType
    ) -> bool:
        if fragment.type_condition is None:
            return True
        condition: Any = self.schema.get_type(fragment.type_condition.name.value)
        if condition is object_type:
            return True
        return is_abstract_type(condition) and self.schema.is_sub_type(condition, object_type)


class ObjectPlan:
    """What is asked of one object type."""

    __slots__ = ("fields", "object_type")

    def __init__(self, object_type: GraphQLObjectType, fields: list["FieldPlan"]) -> None:
        self.object_type = object_type
        self.fields = fields

    def columns(self) -> set[str]:
        """Return the columns of a row that these fields read."""
        return {column for field in self.fields for column in field.needs}


class FieldPlan:
    """One response key: the field behind it, how it is answered, and what is selected below it."""

    __slots__ = (
        "_below",
        "_fixed_arguments",
        "_reached",
        "completion",
        "conditional",
        "document",
        "field",
        "is_column",
        "is_introspection",
        "key",
        "name",
        "named_type",
        "needs",
        "nodes",
        "parent_type",
        "resolver",
        "source",
        "takes_variables",
    )

    def __init__(
        self,
        document: DocumentPlan,
        parent_type: GraphQLObjectType,
        key: str,
        nodes: list[tuple[FieldNode, Conditions]],
    ) -> None:
        self.document = document
        self.parent_type = parent_type
        self.key = key
        self.nodes = nodes
        self.name = nodes[0][0].name.value
        self.field: GraphQLField = META_FIELDS.get(self.name) or parent_type.fields[self.name]
        self.source = camel_to_snake(self.name)
        self.named_type: Any = get_named_type(self.field.type)
        self.completion: Completion = completion_of(self.field.type)
        self.is_introspection = self.name in META_FIELDS or parent_type.name.startswith("__")
        self.conditional = all(conditions for _, conditions in nodes)
        resolution = self._resolution()
        self.resolver: BatchResolver | None = resolution.resolver if resolution else None
        # Whether it is a value of its parent's row that only has to be serialised.
        self.is_column = not (self.resolver or self.is_introspection) and self.completion.leaf is not None
        own_column = () if self.name in META_FIELDS else (self.source,)
        self.needs: tuple[str, ...] = resolution.needs if resolution else own_column
        self._below: dict[str, ObjectPlan] = {}
        self._reached: dict[Any, Any] = {}
        self._fixed_arguments: dict[str, Any] | None = None
        self.takes_variables = any(_holds_variable(argument.value) for argument in nodes[0][0].arguments)

    def _resolution(self) -> Resolution | None:
        types = (self.parent_type, *self.parent_type.interfaces)
        return next((found for each in types if (found := resolution_of(each.name, self.source))), None)

    def included(self, variables: dict[str, Any]) -> bool:
        """Return whether `@skip` and `@include` leave the field in."""
        if not self.conditional:
            return True
        return any(all(_kept(node, variables) for node in conditions) for _, conditions in self.nodes)

    def arguments(self, variables: dict[str, Any]) -> dict[str, Any]:
        """Return the field's arguments under their Python names."""
        if not self.field.args:
            return {}
        if self.takes_variables:
            return get_argument_values(self.field, self.nodes[0][0], variables)
        if self._fixed_arguments is None:
            self._fixed_arguments = get_argument_values(self.field, self.nodes[0][0], {})
        return dict(self._fixed_arguments)

    def below(self, type_name: str) -> ObjectPlan:
        """Return what is selected below the field, for the object type of that name."""
        plan = self._below.get(type_name)
        if plan is None:
            object_type: Any = self.document.schema.type_map[type_name]
            selection_sets = [node.selection_set for node, _ in self.nodes if node.selection_set]
            plan = self._below[type_name] = self.document.object_plan(object_type, selection_sets)
        return plan

    def columns_below(self, type_name: str, paths: tuple[str, ...], within: str | None) -> frozenset[str]:
        """Return the columns that rows of `type_name`, which lie at these paths below the field, need."""
        asked = (type_name, paths, within)
        if asked not in self._reached:
            plans = [plan for path in paths for plan in self.reach(path, within)] if paths else [self]
            needed = (plan.below(type_name).columns() for plan in plans if type_name in plan.possible_types())
            self._reached[asked] = frozenset({"id"}.union(*needed))
        return self._reached[asked]

    def reach(self, path: str, within: str | None = None) -> list["FieldPlan"]:
        """Return the plans of a field such as "total_count" or "edges.node" below this one.

        `within` narrows the first step to one object type behind an interface or union.
        """
        asked = (path, within)
        if asked not in self._reached:
            self._reached[asked] = self._reach(path, within)
        return self._reached[asked]

    def _reach(self, path: str, within: str | None) -> list["FieldPlan"]:
        plans = [self]
        for step in path.split("."):
            plans = [
                field
                for plan in plans
                for name in ([within] if within else plan.possible_types())
                for field in plan.below(name).fields
                if field.source == step
            ]
            within = None
        return plans

    def possible_types(self) -> list[str]:
        """Return the names of the object types that may lie below the field."""
        if is_object_type(self.named_type):
            return [self.named_type.name]
        return [possible.name for possible in self.document.schema.get_possible_types(self.named_type)]


def _holds_variable(value: ValueNode) -> bool:
    if isinstance(value, ListValueNode):
        return any(map(_holds_variable, value.values))
    if isinstance(value, ObjectValueNode):
        return any(_holds_variable(field.value) for field in value.fields)
    return isinstance(value, VariableNode)


def _kept(node: Any, variables: dict[str, Any]) -> bool:
    skip = get_directive_values(GraphQLSkipDirective, node, variables)
    if skip and skip["if"]:
        return False
    include = get_directive_values(GraphQLIncludeDirective, node, variables)
    return not include or bool(include["if"])


class Selection:
    """What a resolver may know of the request: its context, and what is selected below the field."""

    __slots__ = ("context", "plan", "variables")

    def __init__(self, plan: FieldPlan, context: Any, variables: dict[str, Any]) -> None:
        self.plan = plan
        self.context = context
        self.variables = variables

    def wants(self, path: str, *, within: str | None = None) -> bool:
        """Return whether a field such as "total_count" or "edges.node" is selected below.

        `within` narrows the first step to one object type behind an interface or union.
        """
        return bool(self.plan.reach(path, within))

    def columns(self, type_name: str, *paths: str, within: str | None = None) -> frozenset[str]:
        """Return the columns that rows of `type_name` need.

        `paths` say where those rows lie below the field, such as "nodes" and "edges.node";
        without them they are the field's own value.
        """
        return self.plan.columns_below(type_name, paths, within)

    def fields(self, type_name: str, path: str = "", *, within: str | None = None) -> list[FieldPlan]:
        """Return the fields that are selected of rows of `type_name`, which lie there below the field."""
        plans = self.plan.reach(path, within) if path else [self.plan]
        return [
            field
            for plan in plans
            if type_name in plan.possible_types()
            for field in plan.below(type_name).fields
        ]
