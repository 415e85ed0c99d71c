"""Every GraphQL type by its name: the directory in which types find one another."""

from collections.abc import Sequence
from typing import Any, TypeVar

import graphene
from django.core.exceptions import ImproperlyConfigured

Type = TypeVar("Type", bound=type)

_types: dict[str, Any] = {}
_unions: dict[str, tuple[str, Sequence[str]]] = {}


def register_type(graphql_type: Type, name: str | None = None) -> Type:
    """Enter a graphene type under its name; usable as a class decorator. A name has one type."""
    name = name or graphql_type.__name__
    if _types.setdefault(name, graphql_type) is not graphql_type:
        raise ImproperlyConfigured(f"Two GraphQL types are called {name}; rename one of them.")
    return graphql_type


def register_union(name: str, description: str, members: Sequence[str]) -> None:
    """Enter a union of types by their names; they may be assembled later."""
    _unions[name] = (description, members)


def type_named(name: str) -> Any:
    """Return the type called `name`."""
    if name in _unions and name not in _types:
        description, members = _unions[name]
        meta = type("Meta", (), {"types": tuple(type_named(member) for member in members)})
        _types[name] = type(name, (graphene.Union,), {"__doc__": description, "Meta": meta})
    try:
        return _types[name]
    except KeyError:
        raise ImproperlyConfigured(
            f"No GraphQL type is called {name}; register it or fix the name."
        ) from None


def registered_types() -> dict[str, Any]:
    """Return all types by name."""
    return dict(_types)
