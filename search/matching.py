"""What an article must hold: the expressions that both engines understand. Every word in them is stemmed."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Stems:
    """Any of these stems: what one word of a query stands for in the site's languages."""

    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Any of these runs of stems, without a gap: what a phrase stands for in the site's languages."""

    alternatives: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of these."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Any of these."""

    parts: tuple["Expression", ...]


Expression: TypeAlias = Stems | Phrase | AllOf | AnyOf
