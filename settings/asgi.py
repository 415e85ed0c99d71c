"""The ASGI entry point, for `/flash/stream` with many listeners: `gunicorn -k asgi settings.asgi`.

It answers everything else as well, a thread for each request; the WSGI entry point does that better.
"""

import os

from django.core.asgi import get_asgi_application
from django.utils.module_loading import import_string

from settings.telemetry import start_tracing

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings.production")

start_tracing()
application = get_asgi_application()
application = import_string("news.live.asgi.FlashStreams")(application)
