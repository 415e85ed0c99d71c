"""What every environment shares. Nothing here needs more than Python: SQLite, files, an in-process cache."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from django.conf.locale import LANG_INFO

from settings.caches import (  # noqa: F401 - settings
    ANSWER_CACHE_BYTES,
    API_MAX_AGE,
    API_SHARED_MAX_AGE,
    API_STALE_WHILE_REVALIDATE,
    CACHES,
    REDIS_URL,
    SESSION_ENGINE,
    SURROGATE_KEY_BYTES,
    SURROGATE_KEY_HEADER,
    WAGTAILFRONTENDCACHE,
)
from settings.databases import DATABASES  # noqa: F401 - a setting
from settings.env import ROOT, VAR, env
from settings.logs import logging_as
from settings.storages import FILES

DEBUG = False
ALLOWED_HOSTS: list[str] = []

BASE_DIR = ROOT

INSTALLED_APPS = [
    "cms",
    "cms.answers",
    "cms.scheduling",
    "news",
    "news.gate",
    "search",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "axes",
    "corsheaders",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "django_tasks_db",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "cms.request_id.RequestIdMiddleware",
    "cms.access.AccessLogMiddleware",
    "cms.health.HealthMiddleware",
    "cms.headers.SecurityHeadersMiddleware",
    "cms.hosts.AdminHostMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.cookieless.CookielessMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "cms.second_factor.gate.SecondFactorMiddleware",
    "cms.admin.clock.SiteClockMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "news.gate.middleware.RefusalMiddleware",
    "cms.files.failures.StorageFailureMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "settings.urls"
WSGI_APPLICATION = "settings.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

WAGTAILADMIN_BASE_URL = env.address("ADMIN_BASE_URL", default="http://127.0.0.1:8000")
# Where readers fetch pictures and documents: another name for the same server, in front of which a CDN may stand.
MEDIA_BASE_URL = env.address("MEDIA_BASE_URL", default=WAGTAILADMIN_BASE_URL)

# The root of the readers' front end. The site settings in the admin override it.
FRONT_END_URL = env.address("FRONT_END_URL", default="http://127.0.0.1:3000")

# Signing in. Who guesses wrong five times waits a quarter of an hour; a session ends after a day's work.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "cms.client.address_of"
AXES_LOCKOUT_TEMPLATE = "cms/second_factor/locked_out.html"
AXES_VERBOSE = False
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=False)
OTP_TOTP_ISSUER = "Masthead"
SESSION_COOKIE_AGE = 3600 * env.int("SESSION_HOURS", default=12)

# Who asks: how many proxies of ours stand in front. The admin may have a host of its own.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
ADMIN_HOST = env.str("ADMIN_HOST", default="")

# What browsers may do with answers: with data nothing, with the admin's pages what those need.
CSP_DATA = {"default-src": ["'none'"], "frame-ancestors": ["'none'"]}
CSP_PAGES = {
    "default-src": ["'none'"],
    # Wagtail's forms start their date pickers and choosers from scripts within the page, and style them there.
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:", MEDIA_BASE_URL],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "frame-src": ["'self'", "https:", FRONT_END_URL],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'self'"],
}
PERMISSIONS_REFUSED = [
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
]

# Languages. Pashto, and Chinese without its script, are missing from Django's table, so they are added here.
LANG_INFO["ps"] = {"bidi": True, "code": "ps", "name": "Pashto", "name_local": "پښتو"}
LANG_INFO["zh"] = {"bidi": False, "code": "zh", "name": "Chinese", "name_local": "中文"}
LANGUAGES_BIDI = [code for code, known in LANG_INFO.items() if known.get("bidi")]
LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("en", "English"),
    ("ur", "Urdu"),
    ("ps", "Pashto"),
    ("ar", "Arabic"),
    ("de", "German"),
    ("nb", "Norwegian"),
    ("sv", "Swedish"),
    ("zh", "Chinese"),
]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English")]
WAGTAIL_I18N_ENABLED = True
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="UTC")

LOGGING = logging_as("plain", "WARNING")

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_DIR", default=str(VAR / "static")))
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
# How long caches may keep a public file before they ask again. A folder of nginx's that hands files out for us.
FILE_SECONDS = env.int("FILE_SECONDS", default=60)
FILES_ACCEL_PREFIX = env.str("FILES_ACCEL_PREFIX", default="")
STORAGES = {
    "default": FILES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Work that need not be waited for is done at once, where nobody runs a worker.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
if env.bool("WORKER", default=False):
    TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# What has been running for longer than this many seconds, its worker died in; another takes it up.
WORKER_TASK_SECONDS = env.int("WORKER_TASK_SECONDS", default=900)

# Debian adds "localtime" to the world's time zones, which no browser knows.
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime"})
WAGTAIL_SITE_NAME = "Masthead"
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # no other site learns who works here
WAGTAILIMAGES_IMAGE_MODEL = "cms.Image"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
# AVIF's 60 looks like JPEG's 85 at half the size, and takes half the time of Wagtail's 80.
WAGTAILIMAGES_AVIF_QUALITY = 60
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "cms.Document"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "txt", "xlsx"]
DOCUMENT_MAX_BYTES = 50 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILEMBEDS_RESPONSIVE_HTML = True
WAGTAILEMBEDS_FINDERS = [{"class": "cms.embeds.FrameFinder"}]
# Wagtail's own knows only addresses that Wagtail serves; `cms.moves` makes its redirects instead.
WAGTAILREDIRECTS_AUTO_CREATE = False
TAGGIT_CASE_INSENSITIVE = True
SILENCED_SYSTEM_CHECKS: list[str] = []

# The admin's search. Readers' search is `search`'s own, in the database; see docs/search.md.
ADMIN_SEARCHES = (
    "database",
    "elasticsearch7",
    "elasticsearch8",
    "elasticsearch9",
    "opensearch2",
    "opensearch3",
)
ADMIN_SEARCH = env.str("ADMIN_SEARCH", default="database")
ADMIN_SEARCH_URLS = env.list("ADMIN_SEARCH_URLS", default=[])
if ADMIN_SEARCH not in ADMIN_SEARCHES:
    env.refuse("ADMIN_SEARCH", f"must be one of {', '.join(ADMIN_SEARCHES)}")
if ADMIN_SEARCH != "database" and not ADMIN_SEARCH_URLS:
    env.refuse("ADMIN_SEARCH_URLS", f"must name the servers of {ADMIN_SEARCH}")
WAGTAILSEARCH_BACKENDS: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": f"wagtail.search.backends.{ADMIN_SEARCH}"}
}
if ADMIN_SEARCH_URLS:
    WAGTAILSEARCH_BACKENDS["default"] |= {"URLS": ADMIN_SEARCH_URLS, "INDEX_PREFIX": "masthead_"}

# What the users of the demo newsroom sign in with; empty means made up by `manage.py load_demo`.
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="")

# How long a preview's token opens it: the editor's panel, and a link that an editor shares. In seconds.
PREVIEW_SECONDS = env.int("PREVIEW_SECONDS", default=3600)
SHARED_PREVIEW_SECONDS = env.int("SHARED_PREVIEW_SECONDS", default=7 * 24 * 3600)

# The public API.
GRAPHIQL = False
GRAPHIQL_EXAMPLE = ROOT / "docs" / "examples" / "front-page.graphql"
GRAPHQL_INTROSPECTION = True
GRAPHQL_SUGGESTIONS = False
# What one client may have worked out in a minute, in points of cost; 0 is no limit. Networks that have none.
GRAPHQL_POINTS_A_MINUTE = env.int("GRAPHQL_POINTS_A_MINUTE", default=0)
RATE_LIMIT_EXEMPT = env.networks("RATE_LIMIT_EXEMPT", default=[])
GRAPHQL_LIMITS: dict[str, int] = {}
# A folder or JSON file of documents, which are then the only ones that are answered.
GRAPHQL_PERSISTED_ONLY = env.str("GRAPHQL_PERSISTED_ONLY", default="")

COOKIELESS_PATHS = ["/graphql", "/flash", "/feeds", "/sitemap", "/robots.txt"]
CORS_ALLOWED_ORIGINS = env.list("CORS_ALLOWED_ORIGINS", default=[])
CORS_URLS_REGEX = r"^/(graphql/?|flash/.*|feeds/.*)$"
CORS_ALLOW_HEADERS = ["accept", "content-type", "x-preview-token"]
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS", "POST"]
CORS_EXPOSE_HEADERS = ["Retry-After", "X-Request-ID"]

# The ticker. Where Redis is named, processes tell each other of changes; else each looks at the database.
FLASH_REDIS_URL = env.str("FLASH_REDIS_URL", default="") or REDIS_URL
# How many may listen to one process: under ASGI, and where each listener takes a thread.
FLASH_LISTENERS = env.int("FLASH_LISTENERS", default=2000)
FLASH_LISTENERS_IN_THREADS = 40

# Whether feeds hold whole articles or their standfirsts.
FEED_FULL_CONTENT = env.bool("FEED_FULL_CONTENT", default=False)

# What readers search. Today's news counts so many percent more, half of that after so many days.
SEARCH_RECENCY = (15, 30)

# The newsroom's report of what readers searched: written down every so many seconds, 0 for never, and kept so long.
SEARCH_REPORT_SECONDS = env.int("SEARCH_REPORT_SECONDS", default=10)
SEARCH_REPORT_DAYS = env.int("SEARCH_REPORT_DAYS", default=90)
