"""Readers. Invents nothing: what is missing or unreadable stops the start with a list of it."""

from settings.base import *  # noqa: F403
from settings.base import DATABASES, STORAGES
from settings.databases import of_readers, pooled
from settings.env import env
from settings.logs import logging_as
from settings.telemetry import report_failures

SECRET_KEY = env.secret("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = env.address("ADMIN_BASE_URL")
FRONT_END_URL = env.address("FRONT_END_URL")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
GRAPHQL_INTROSPECTION = env.bool("GRAPHQL_INTROSPECTION", default=False)

env.db("DATABASE_URL")  # base falls back on a file; here it must be named
DATABASES["default"] = pooled(DATABASES["default"], env.int("DATABASE_POOL", default=10))
replica = env.db("DATABASE_REPLICA_URL", default="")
DATABASES |= of_readers(DATABASES["default"], env.float("API_STATEMENT_SECONDS", default=10), replica)

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# Names that a browser takes from this host alone, over https alone.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"

# Without a process for the stream a listener holds a thread of gunicorn's; one at least is left for everybody else.
FLASH_LISTENERS_IN_THREADS = env.int("WEB_THREADS", default=2) - 1

SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=True)
GRAPHQL_POINTS_A_MINUTE = env.int("GRAPHQL_POINTS_A_MINUTE", default=300_000)

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}

vars().update(env.email("EMAIL_URL", default="smtp://localhost:25"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="masthead@localhost")

LOGGING = logging_as("json", "INFO")

env.stop_if_unreadable()
report_failures()
