"""The costs of fields as a document for those who write queries: docs/costs.md."""

from collections.abc import Iterator
from typing import cast

from graphql import GraphQLSchema, OperationDefinitionNode, get_named_type, is_leaf_type, parse

from cms.graphql import cost
from cms.graphql.cost import INTROSPECTION, PAGE_ARGUMENT, CostPlan, FieldCost, Size, cost_of, size_of
from cms.graphql.limits import Limits

INTRODUCTION = """# What a query costs

<!-- Written by `make schema` from the costs that the code declares; a test compares the two. -->

An operation may cost {limit:,} points, worked out before it runs, with its variables. It pays:

- **{request} points** for being asked at all;
- **once** for each place where a field stands in the document, however many rows it serves there: this is
  its SQL, at {statement} points a statement;
- **each** for every object that it yields, lists within lists multiplied, at one point for {objects} objects.
  A list with `first` is as long as `first` says, {longest} at most; how long any other list is taken to be
  stands in the table.

What is not in the table is free. A fragment costs what its fields cost, wherever it is spread. Behind an
interface or a union every type pays once, but only the dearest is multiplied, as an object is of one type
only. `@include` and `@skip` change nothing, since a variable may turn them.

```graphql
{example}
```

pays for the request, once for `articles` and once for `tags`; then for one connection, ten articles and five
tags each: {total:,} points. A refusal says what was asked and what is allowed. Ask for less at a time: a
shorter page, or what is below the fold in a request of its own.

| Field | Once | Each | Objects |
| --- | ---: | ---: | --- |
"""
EXAMPLE = "{ articles(first: 10) { nodes { title tags { name } } } }"


def cost_document(schema: GraphQLSchema) -> str:
    """Return docs/costs.md for a schema."""
    limits = Limits()
    (operation,) = parse(EXAMPLE).definitions
    introduction = INTRODUCTION.format(
        limit=limits.cost,
        longest=limits.list_items,
        request=cost.REQUEST,
        statement=cost.STATEMENT,
        objects=cost.OBJECTS_A_POINT,
        example=EXAMPLE,
        total=CostPlan(schema, cast(OperationDefinitionNode, operation), {}).points({}, limits).total,
    )
    return introduction + "".join(_rows(schema))


def _rows(schema: GraphQLSchema) -> Iterator[str]:
    for name, introspection in INTROSPECTION.items():
        if introspection != cost.LEAF:
            yield _row(f"Query.{name}", introspection, 1)
    for parent in sorted(schema.type_map.values(), key=lambda each: (each.name != "Query", each.name)):
        for name, field in getattr(parent, "fields", {}).items():
            if parent.name.startswith("__") or not hasattr(field, "args"):
                continue
            found = cost_of(parent, name, field)
            if found != cost.LEAF or not is_leaf_type(get_named_type(field.type)):
                yield _row(f"{parent.name}.{name}", found, size_of(parent, name, field, found))


def _row(field: str, found: FieldCost, size: int | Size) -> str:
    pages = {Size.OWN_PAGE: f"`{PAGE_ARGUMENT}`", Size.PARENT_PAGE: f"`{PAGE_ARGUMENT}` of the connection"}
    objects = str(size) if isinstance(size, int) else pages[size]
    return f"| `{field}` | {found.once or '–'} | {found.each or '–'} | {objects} |\n"
