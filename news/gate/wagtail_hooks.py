"""What the gate adds to Wagtail."""

from wagtail import hooks

from news.gate.checks import CHECKS
from news.gate.registry import HOOK, Check


@hooks.register(HOOK)
def newsroom_checks() -> tuple[Check, ...]:
    """Register the newsroom's own checks."""
    return CHECKS
