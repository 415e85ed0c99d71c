"""The Django application of `search`."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Registers `search` with Django, and what it listens to."""

    name = "search"

    def ready(self) -> None:
        """Start to listen."""
        # Its receivers need the models of all apps.
        from search import answers, listening  # noqa: F401
