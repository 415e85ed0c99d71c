"""Logs: lines of JSON for machines in production, plain lines for people elsewhere. All to standard error."""

from typing import Any

from settings.env import env

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


def logging_as(formatter: str, least: str) -> dict[str, Any]:
    """Return the settings of Python's logging, in the form "json" or "plain", from a level on."""
    level = env.str("LOG_LEVEL", default=least).upper()
    if level not in LEVELS:
        env.refuse("LOG_LEVEL", f"is none of {', '.join(LEVELS)}")
        level = least
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {"()": "cms.logs.JsonFormatter"},
            "plain": {"format": "{levelname} {name}: {message}", "style": "{"},
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": formatter}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Each task says that it began and that it ended.
            "django_tasks": {"level": "WARNING"},
            # Django's own would mail administrators and write lines of its own form.
            "django": {"handlers": [], "propagate": True},
            # Each answer has its line from cms.access; this one repeats every 404.
            "django.request": {"level": "ERROR", "propagate": True},
        },
    }
