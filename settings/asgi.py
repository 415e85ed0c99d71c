"""The ASGI entry point, for `/flash/stream` with many listeners: `gunicorn -k asgi settings.asgi`."""

import os

from django.core.asgi import get_asgi_application

from settings.telemetry import start_tracing

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings.production")

start_tracing()
application = get_asgi_application()
