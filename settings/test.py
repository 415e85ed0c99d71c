"""The tests: quick hashing, an own media folder, mail kept in memory.

Redis and a bucket are used where the environment names them; see CONTRIBUTING.md.
"""

import secrets
import tempfile
from pathlib import Path

from settings.base import *  # noqa: F403
from settings.base import CACHES, DATABASES, REDIS_URL, STORAGES

SECRET_KEY = "for-tests-only"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="masthead-media-"))
DATABASES["default"].setdefault("TEST", {})
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as everywhere else: one in memory locks whole tables when a browser asks for two things at once.
    DATABASES["default"]["TEST"]["NAME"] = Path(tempfile.mkdtemp(prefix="masthead-tests-")) / "db.sqlite3"
# Each process that runs tests has keys and a bucket to itself, however many share Redis and the object storage.
OWN = f"tests-{secrets.token_hex(4)}"
if REDIS_URL:
    CACHES["default"]["KEY_PREFIX"] = OWN
if "OPTIONS" in STORAGES["default"]:
    STORAGES["default"]["OPTIONS"]["bucket_name"] += f"-{OWN}"
CORS_ALLOWED_ORIGINS = ["https://reader.example"]
GRAPHIQL = True
SEARCH_REPORT_SECONDS = 0  # no thread beside the tests: they write the report themselves

# There is no collected static/ folder in tests; look files up as they are asked for.
WHITENOISE_AUTOREFRESH = True

# Tests sign in without a request; those of locking out switch this on.
AXES_ENABLED = False
