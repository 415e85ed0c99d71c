"""The Django application of `cms`."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Registers `cms` with Django."""

    name = "cms"

    def ready(self) -> None:
        """Listen to Django's and Wagtail's signals."""
        from cms import signals  # noqa: F401 - models are not ready before
