"""How much one request may ask for. Every number is a setting: `GRAPHQL_LIMITS = {"depth": 8}`."""

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from cms.graphql.errors import LimitExceeded


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest request that is answered. What each number counts stands in docs/security.md."""

    body_bytes: int = 65_536
    characters: int = 20_000
    tokens: int = 2_000
    definitions: int = 50
    selections: int = 500
    aliases: int = 30
    directives: int = 50
    variables: int = 50
    root_fields: int = 15
    depth: int = 12
    introspection_depth: int = 20
    comparisons: int = 8_000
    list_items: int = 100
    cost: int = 5_000
    validation_errors: int = 5

    def check(self, limit: str, asked: int) -> None:
        """Raise `LimitExceeded` when more is asked than the limit of that name allows."""
        allowed = getattr(self, limit)
        if asked > allowed:
            raise LimitExceeded(limit, asked=asked, allowed=allowed)


def limits_in_force() -> Limits:
    """Return the limits with the overrides of `settings.GRAPHQL_LIMITS`."""
    overrides: dict[str, Any] = getattr(settings, "GRAPHQL_LIMITS", {})
    return _limits(tuple(overrides.items()))


@lru_cache(maxsize=16)
def _limits(overrides: tuple[tuple[str, Any], ...]) -> Limits:
    names = [field.name for field in fields(Limits)]
    for name, value in overrides:
        if name not in names:
            raise ImproperlyConfigured(
                f"GRAPHQL_LIMITS has no limit {name!r}; there are: {', '.join(names)}."
            )
        if type(value) is not int or value < 1:
            raise ImproperlyConfigured(
                f"GRAPHQL_LIMITS[{name!r}] is {value!r}; it takes a number above zero."
            )
    return Limits(**dict(overrides))
