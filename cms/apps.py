"""The Django application of `cms`."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Registers `cms` with Django."""

    name = "cms"
