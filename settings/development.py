"""A laptop: nothing to install, nothing to configure."""

from settings.base import *  # noqa: F403
from settings.base import VAR, env

DEBUG = True
SECRET_KEY = env.str("SECRET_KEY", default="for-development-only-and-refused-by-production")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
GRAPHIQL = True
GRAPHQL_SUGGESTIONS = True
CORS_ALLOW_ALL_ORIGINS = True
VAR.mkdir(exist_ok=True)

env.stop_if_unreadable()
