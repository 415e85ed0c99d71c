"""The Django application of `cms.answers`."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AnswersConfig(AppConfig):
    """Registers the answer cache with Django, and puts its triggers in place after every migration."""

    name = "cms.answers"
    label = "answers"

    def ready(self) -> None:
        """Declare what is watched, and listen for migrations."""
        from cms.answers import declared  # noqa: F401 - models are not ready before

        post_migrate.connect(install_after_migration, sender=self)


def install_after_migration(using: str, **_: Any) -> None:
    """Put the triggers in place. What was kept before a migration no longer counts."""
    from cms.answers.triggers import install  # models are not ready before

    install(using)
