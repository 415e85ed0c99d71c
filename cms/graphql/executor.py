"""Executes an operation level by level instead of value by value.

graphql-core resolves every field of every row by itself, which is where a list's statements multiply and
where most of a request's time goes. Here each field of a level is answered once, for all rows, by a batch
resolver; the rest (merging, null propagation, error paths) follows the specification. Documents must have
been validated before.
"""

from collections.abc import Sequence
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
)
from graphql.execution.values import get_variable_values

from cms.answers.recording import is_recording, part
from cms.graphql.completion import Completion
from cms.graphql.plan import DocumentPlan, FieldPlan, ObjectPlan, Selection
from cms.graphql.resolvers import Row, Typed

Path = tuple[str | int, ...]
MAXIMUM_VARIABLE_ERRORS = 5


class _Nothing:
    """Stands where a required value is missing, until a nullable field above swallows it."""


NOTHING = _Nothing()


def holds_errors(values: Sequence[Any]) -> bool:
    """Return whether any of the values is an exception, asked of their few types."""
    return any(issubclass(kind, Exception) for kind in set(map(type, values)))


class PreparedOperation:
    """An operation of a validated document, planned; safe to keep and to share between threads."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, operation_name: str | None) -> None:
        fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self.schema = schema
        self.operation = chosen_operation(document, operation_name)
        self.plan = DocumentPlan(schema, fragments).object_plan(
            schema.query_type, [self.operation.selection_set]
        )

    def run(self, variables: dict[str, Any] | None, context: Any) -> ExecutionResult:
        """Execute with raw variable values; errors come in the result, never as an exception."""
        coerced = get_variable_values(
            self.schema,
            self.operation.variable_definitions or (),
            variables or {},
            max_errors=MAXIMUM_VARIABLE_ERRORS,
        )
        if isinstance(coerced, list):
            return ExecutionResult(None, coerced)
        execution = _Execution(self.schema, coerced, context)
        data = execution.objects(self.plan, [{}], [()])[0]
        return ExecutionResult(None if data is NOTHING else data, execution.errors or None)


def chosen_operation(document: DocumentNode, operation_name: str | None) -> OperationDefinitionNode:
    """Return the operation to run; raise `GraphQLError` when the name leaves that open."""
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    if operation_name:
        named = [node for node in operations if node.name and node.name.value == operation_name]
        if not named:
            raise GraphQLError("The document has no operation of the name given as operationName.")
        return named[0]
    if len(operations) != 1:
        raise GraphQLError("Say which operation to run: the document has several, so send operationName.")
    return operations[0]


class _Execution:
    """One run of an operation."""

    def __init__(self, schema: GraphQLSchema, variables: dict[str, Any], context: Any) -> None:
        self.variables = variables
        self.context = context
        self.errors: list[GraphQLError] = []
        self.introspection = SimpleNamespace(schema=schema)

    def objects(self, plan: ObjectPlan, rows: Sequence[Row], paths: Sequence[Path]) -> list[Any]:
        """Return an answer for each row: a dict, or `NOTHING` where a required field is missing."""
        if not rows:
            return []
        answers: list[Any] = [{} for _ in rows]
        missing: set[int] = set()
        for field in plan.fields:
            if not field.included(self.variables):
                continue
            if field.is_column and self.filled(field, rows, answers):
                continue
            key = field.key
            for index, value in enumerate(self.field(field, rows, paths)):
                answers[index][key] = value
                if value is NOTHING:
                    missing.add(index)
        for index in missing:
            answers[index] = NOTHING
        return answers

    def filled(self, plan: FieldPlan, rows: Sequence[Row], answers: Sequence[Any]) -> bool:
        """Fill a column of leaves into the answers, the short way that most fields take; return whether that went.

        What is wrong where it did not, the thorough way finds out.
        """
        key, source, leaf = plan.key, plan.source, plan.completion.leaf
        with suppress(Exception):
            for row, answer in zip(rows, answers, strict=True):
                answer[key] = leaf(row[source])  # type: ignore[misc]
            return True
        return False

    def field(self, plan: FieldPlan, rows: Sequence[Row], paths: Sequence[Path]) -> list[Any]:
        """Return the completed values of one field for all rows."""
        try:
            values = self.resolve(plan, rows)
        except Exception as error:  # noqa: BLE001 - whatever a resolver raises becomes the field's error
            self.report(error, plan, (*paths[0], plan.key))
            return [NOTHING if plan.completion.required else None] * len(rows)
        if len(values) != len(rows):
            raise RuntimeError(
                f"The resolver of {plan.parent_type.name}.{plan.name} lost count of its parents."
            )
        if plan.completion.leaf:
            with suppress(Exception):
                return list(map(plan.completion.leaf, values))
        return self.complete(plan, plan.completion, values, [(*path, plan.key) for path in paths])

    def resolve(self, plan: FieldPlan, rows: Sequence[Row]) -> Sequence[Any]:
        """Ask the field's resolver, or read the column it stands for."""
        if plan.resolver is not None:
            selection = Selection(plan, self.context, self.variables)
            arguments = plan.arguments(self.variables)
            if not is_recording():
                return plan.resolver(rows, selection, **arguments)
            with part():  # what the field asks of the database is accounted for by itself
                return plan.resolver(rows, selection, **arguments)
        if plan.name == "__typename":
            return [plan.parent_type.name] * len(rows)
        if plan.is_introspection:
            arguments = plan.arguments(self.variables)
            resolve: Any = plan.field.resolve
            return [resolve(row, self.introspection, **arguments) for row in rows]
        source = plan.source
        return [row[source] for row in rows]

    def complete(
        self, plan: FieldPlan, layer: Completion, values: Sequence[Any], paths: Sequence[Path]
    ) -> list[Any]:
        """Bring raw values into the shape of one layer of the field's type."""
        empty = NOTHING if layer.required else None
        if None not in values and not holds_errors(values):
            completed = self.shaped(plan, layer, values, paths)
            return [empty if value is NOTHING else value for value in completed]
        present = []
        for index, value in enumerate(values):
            if isinstance(value, Exception):
                self.report(value, plan, paths[index])
            elif value is not None:
                present.append(index)
            elif layer.required:
                self.report(RuntimeError("a required value is missing"), plan, paths[index])
        found = [values[index] for index in present]
        result: list[Any] = [empty] * len(values)
        completed = self.shaped(plan, layer, found, [paths[index] for index in present])
        for index, value in zip(present, completed, strict=True):
            result[index] = empty if value is NOTHING else value
        return result

    def shaped(
        self, plan: FieldPlan, layer: Completion, values: Sequence[Any], paths: Sequence[Path]
    ) -> list[Any]:
        """Complete values that are there, be they lists, leaves, or objects of one or many types."""
        if layer.of:
            return self.lists(plan, layer.of, values, paths)
        if layer.serialize:
            pairs = zip(values, paths, strict=True)
            return [self.leaf(plan, layer.serialize, value, path) for value, path in pairs]
        if layer.is_abstract:
            return self.typed(plan, values, paths)
        return self.objects(plan.below(layer.type_name), values, paths)

    def leaf(self, plan: FieldPlan, serialize: Any, value: Any, path: Path) -> Any:
        """Serialise one leaf; an unserialisable one is an error of that leaf alone."""
        try:
            return serialize(value)
        except Exception as error:  # noqa: BLE001 - scalars refuse with exceptions of any kind
            self.report(error, plan, path)
            return NOTHING

    def lists(
        self, plan: FieldPlan, layer: Completion, values: Sequence[Any], paths: Sequence[Path]
    ) -> list[Any]:
        """Complete the items of all lists of a level together, then deal them out again."""
        items = [item for value in values for item in value]
        item_paths = [
            (*path, index) for path, value in zip(paths, values, strict=True) for index in range(len(value))
        ]
        completed = self.complete(plan, layer, items, item_paths)
        result: list[Any] = []
        start = 0
        for value in values:
            part = completed[start : start + len(value)]
            start += len(value)
            result.append(NOTHING if NOTHING in part else part)
        return result

    def typed(self, plan: FieldPlan, values: Sequence[Typed], paths: Sequence[Path]) -> list[Any]:
        """Complete rows behind an interface or union, type by type."""
        by_type: dict[str, list[int]] = {}
        for index, value in enumerate(values):
            by_type.setdefault(value.type_name, []).append(index)
        result: list[Any] = [None] * len(values)
        for type_name, indexes in by_type.items():
            rows = [values[index].row for index in indexes]
            answers = self.objects(plan.below(type_name), rows, [paths[index] for index in indexes])
            for index, answer in zip(indexes, answers, strict=True):
                result[index] = answer
        return result

    def report(self, error: Exception, plan: FieldPlan, path: Path) -> None:
        """Add an error of a field to the answer."""
        original = error if not isinstance(error, GraphQLError) else error.original_error
        self.errors.append(
            GraphQLError(
                str(error) if isinstance(error, GraphQLError) else "Unexpected error.",
                nodes=[node for node, _ in plan.nodes],
                path=list(path),
                original_error=original,
                extensions=error.extensions if isinstance(error, GraphQLError) else None,
            )
        )
