"""How gunicorn serves: `gunicorn --config python:settings.gunicorn settings.wsgi`."""

import logging
import os

from settings.env import env
from settings.logs import logging_as

bind = env.str("WEB_BIND", default="127.0.0.1:8000")
workers = env.int("WEB_WORKERS", default=(os.cpu_count() or 1) + 1)
threads = env.int("WEB_THREADS", default=2)
worker_class = "gthread"

# A request gets this long, then its worker is replaced; the endpoint's own limits act long before.
timeout = 60
# After TERM the listener closes and what is under way is finished, so that no reader notices a restart.
graceful_timeout = env.int("WEB_DRAIN_SECONDS", default=30)
# Longer than a proxy keeps its idle connections: whoever closes second loses no request.
keepalive = 75

# Heartbeats go to memory, so that a read-only or slow disk stops nothing; nothing else is written.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108
control_socket_disable = True

# Only the proxy in front may say which scheme and address a request came from.
forwarded_allow_ips = env.str("FORWARDED_ALLOW_IPS", default="127.0.0.1,::1")
# Lines come from cms.access, with the request's id.
accesslog = None
errorlog = "-"
logconfig_dict = logging_as("json", "INFO")
logconfig_dict["loggers"]["gunicorn.error"] = {"handlers": [], "propagate": True}
logconfig_dict["loggers"]["gunicorn.access"] = {"level": "WARNING", "propagate": True}
logging.captureWarnings(True)

env.stop_if_unreadable()
