"""The Django application of `news.gate`."""

from django.apps import AppConfig


class GateConfig(AppConfig):
    """Registers the gate with Django and begins to refuse what is unfinished."""

    name = "news.gate"
    label = "gate"
    verbose_name = "publishing gate"

    def ready(self) -> None:
        from news.gate.enforcement import watch

        watch()
