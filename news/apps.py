"""The Django application of `news`."""

from django.apps import AppConfig


class NewsConfig(AppConfig):
    """Registers `news` with Django."""

    name = "news"

    def ready(self) -> None:
        """Listen to Django's and Wagtail's signals."""
        from news import answers, signals  # noqa: F401 - models are not ready before
