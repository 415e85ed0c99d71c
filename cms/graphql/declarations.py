"""What a model or block writes into `graphql_fields` beside Grapple's own declarations.

Grapple declares columns (`GraphQLString("standfirst", required=True)`). It has no word for an edge with
arguments, for a list without holes (`[Byline!]!`) or for an identifier that is never null; these are here.
Types are named by string, so that a model need not import what it points at.
"""

from collections.abc import Callable
from typing import Any

import graphene
from grapple.models import GraphQLField

from cms.graphql import names

Declaration = Callable[[], Any]

CROP_ARGUMENT = {
    "crop": graphene.Argument(lambda: names.type_named("Crop"), required=True, description="The named crop.")
}
FORMAT_ARGUMENT = {
    "format": graphene.Argument(
        lambda: names.type_named("ImageFormat"), default_value="webp", description="The file format."
    )
}


def GraphQLEdge(
    field_name: str,
    type_name: str,
    *,
    description: str,
    many: bool = False,
    required: bool = True,
    **arguments: graphene.Argument,
) -> Declaration:
    """Declare a field of the type called `type_name`; with `many` a list in which nothing is null."""

    def declare() -> tuple[GraphQLField, Callable[[Any], graphene.Field]]:
        def field(_: Any) -> graphene.Field:
            return edge(type_name, description=description, many=many, required=required, **arguments)

        return GraphQLField(field_name, graphene.String), field

    return declare


def edge(
    type_name: str,
    *,
    description: str,
    many: bool = False,
    required: bool = True,
    **arguments: graphene.Argument,
) -> graphene.Field:
    """Return the graphene field of an edge: what `GraphQLEdge` declares, for types written by hand."""

    def target() -> Any:
        return names.type_named(type_name)

    of_type = graphene.List(graphene.NonNull(target)) if many else target
    return graphene.Field(of_type, required=required, description=description, args=arguments or None)


def GraphQLIdentifier(description: str) -> Declaration:
    """Declare `id: ID!`."""

    def declare() -> GraphQLField:
        return GraphQLField("id", graphene.ID, required=True, description=description)

    return declare
