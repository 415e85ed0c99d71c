"""Production's settings with one more address: constant bytes, to measure what the server and Django take."""

from settings.production import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
LOGGING = {"version": 1, "disable_existing_loggers": True}
