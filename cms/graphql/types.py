"""Assembles the API's types from what models and blocks declare.

A model or block is public when it has `graphql_fields`, and then exactly those fields are: Grapple's
declarations name them, and plain object types are made of them. Nothing of Django's or Wagtail's own
columns gets in by itself.
"""

import inspect
from collections.abc import Iterable
from typing import Any

import graphene
from django.apps import apps
from django.db.models import Choices
from grapple.helpers import streamfield_types
from grapple.registry import registry

from cms.graphql import names

BLOCK_INTERFACE = "Block"


def assemble_types() -> None:
    """Make and register the object types of all public models and blocks; once for a process."""
    for model in apps.get_models():
        if "graphql_fields" in vars(model):
            interface = getattr(model, "graphql_interface", None)
            # Grapple's own references (`GraphQLForeignKey`) look their target up in its registry.
            registry.django_models[model] = _object_type(model, [interface] if interface else [])
    for declared in streamfield_types:
        block = declared["cls"]
        registry.streamfield_blocks[block] = _object_type(block, [BLOCK_INTERFACE])


def _object_type(declaring: type, interfaces: Iterable[str]) -> Any:
    """Return an object type with the fields that a model or block declares."""
    members: dict[str, Any] = {"__doc__": first_paragraph(declaring)}
    for declaration in declaring.graphql_fields:  # type: ignore[attr-defined]
        name, mounted = _mounted(declaration)
        members[name] = mounted
    implemented = tuple(names.type_named(name) for name in interfaces)
    members["Meta"] = type("Meta", (), {"interfaces": implemented})
    return names.register_type(type(declaring.__name__, (graphene.ObjectType,), members))


def _mounted(declaration: Any) -> tuple[str, graphene.Field]:
    """Return a declared field's name and the graphene field; an edge brings a function that makes its own."""
    declared = declaration() if callable(declaration) else declaration
    field, mount = declared if isinstance(declared, tuple) else (declared, None)
    field = field() if callable(field) else field
    if mount:
        return field.field_name, mount(field.field_type)
    return field.field_name, graphene.Field(
        field.field_type, description=field.description, deprecation_reason=field.deprecation_reason
    )


def register_enum(choices: type[Choices], name: str | None = None) -> None:
    """Make an API enum of Django choices: the same names, and their labels as descriptions."""

    def describe(member: Any) -> str:
        return first_paragraph(choices) if member is None else str(choices[member.name].label)

    name = name or choices.__name__
    members = [(member.name, member.value) for member in choices]
    names.register_type(graphene.Enum(name, members, description=describe), name)


def first_paragraph(documented: type) -> str:
    """Return the first paragraph of a class's docstring on one line: what the API says of it."""
    return " ".join((inspect.getdoc(documented) or "").split("\n\n")[0].split())


for scalar in (graphene.String, graphene.Int, graphene.Float, graphene.Boolean, graphene.ID):
    names.register_type(scalar)
names.register_type(
    graphene.List(graphene.NonNull(graphene.List(graphene.NonNull(graphene.String)))), "TextRows"
)
