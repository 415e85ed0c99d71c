"""The Django application of `news`."""

from django.apps import AppConfig


class NewsConfig(AppConfig):
    """Registers `news` with Django."""

    name = "news"
