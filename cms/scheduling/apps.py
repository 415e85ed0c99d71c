"""The Django application of `cms.scheduling`."""

from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    """Registers the scheduler with Django. It stands before Wagtail, whose commands it replaces."""

    name = "cms.scheduling"
    label = "scheduling"
