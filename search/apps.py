"""The Django application of `search`."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Registers `search` with Django."""

    name = "search"
