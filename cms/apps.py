"""The Django application of `cms`."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CmsConfig(AppConfig):
    """Registers `cms` with Django."""

    name = "cms"

    def ready(self) -> None:
        """Listen to Django's and Wagtail's signals, add to Django's checks and to Wagtail's forms."""
        from cms import indexes, signals  # noqa: F401 - models are not ready before
        from cms.admin import moments  # as above
        from cms.graphql import checks  # noqa: F401 - as above

        moments.register()
        post_migrate.connect(indexes.install, sender=self)
