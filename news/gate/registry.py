"""The list of checks, which any app may lengthen.

@hooks.register("register_publishing_checks")
def own_checks():
    return [Check("courier.exclamation_marks", Level.ADVISORY, find_exclamation_marks)]
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured
from wagtail import hooks

from news.gate.findings import Level, Remark
from news.gate.subject import Subject

HOOK = "register_publishing_checks"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look for. `find` yields a remark for each occurrence, none for things it does not know.

    A finding of a check that `may_be_intended` can be marked as meant by those with the permission.
    """

    identifier: str
    level: Level
    find: Callable[[Subject], Iterable[Remark]]
    may_be_intended: bool = True


def checks() -> tuple[Check, ...]:
    """Return the checks of all apps. Two with the same identifier are a mistake: one would hide the other."""
    found: dict[str, Check] = {}
    for hook in hooks.get_hooks(HOOK):
        for check in hook():
            if check.identifier in found:
                raise ImproperlyConfigured(f"Two publishing checks are called {check.identifier}.")
            found[check.identifier] = check
    return tuple(found.values())
