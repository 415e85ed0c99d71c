"""The older name of Wagtail's command."""

from cms.scheduling.management.commands.publish_scheduled import Command

__all__ = ["Command"]
