"""Assembles the schema: declared types, and the root fields that each app adds through a hook."""

from functools import cache
from types import MethodType
from typing import Any

import graphene
from graphql import GraphQLEnumType, GraphQLSchema, validate_schema
from wagtail import hooks

from cms.graphql import names
from cms.graphql.types import assemble_types

ROOT_FIELDS_HOOK = "register_schema_query"


@cache
def get_schema() -> GraphQLSchema:
    """Return the public schema. A schema that breaks GraphQL's own rules stops the start."""
    roots: list[type] = []
    hooks_found = hooks.get_hooks(ROOT_FIELDS_HOOK)
    assemble_types()
    for add_root_fields in hooks_found:
        add_root_fields(roots)
    query = type(
        "Query", (*roots, graphene.ObjectType), {"__doc__": "Everything that can be asked. Read-only."}
    )
    object_types = [
        graphql_type
        for graphql_type in names.registered_types().values()
        if isinstance(graphql_type, type) and issubclass(graphql_type, graphene.ObjectType)
    ]
    schema: Any = graphene.Schema(query=query, types=object_types, auto_camelcase=True)
    for enum in schema.graphql_schema.type_map.values():
        if isinstance(enum, GraphQLEnumType) and not enum.name.startswith("__"):
            _use_plain_values(enum)
    problems = validate_schema(schema.graphql_schema)
    if problems:
        raise TypeError("; ".join(problem.message for problem in problems))
    return schema.graphql_schema


def _use_plain_values(enum: GraphQLEnumType) -> None:
    """Let arguments arrive as the values of our own choices; graphene would hand over members of a copy."""
    for definition in enum.values.values():
        definition.value = getattr(definition.value, "value", definition.value)
    enum.serialize = MethodType(GraphQLEnumType.serialize, enum)  # type: ignore[method-assign]
