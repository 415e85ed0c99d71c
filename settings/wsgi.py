"""The WSGI entry point: `gunicorn --config python:settings.gunicorn settings.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

from settings.telemetry import start_tracing

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings.production")

start_tracing()
application = get_wsgi_application()
