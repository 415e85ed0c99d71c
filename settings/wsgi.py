"""The WSGI entry point: `gunicorn --config python:settings.gunicorn settings.wsgi`."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

from settings.telemetry import start_tracing

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings.production")

start_tracing()
application = get_wsgi_application()
# The schema is built now, which takes longer than any answer, and not by the first reader who asks.
_ = import_string("cms.urls.endpoint").documents
# What is here by now stays: the garbage collector need not look through it over and over. It also waits for more
# than it does by default, since an answer leaves little behind that goes in circles.
gc.collect()
gc.freeze()
gc.set_threshold(5_000, 20, 20)
