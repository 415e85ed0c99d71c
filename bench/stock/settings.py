"""Settings of the stock set-up: a plain Wagtail site with Grapple, as their documentation says."""

import environ

env = environ.Env()

SECRET_KEY = "for-measuring-only"
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [
    "bench.stock",
    "grapple",
    "graphene_django",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
# `grapple` must come after `wagtail.snippets`.
INSTALLED_APPS.remove("grapple")
INSTALLED_APPS.insert(INSTALLED_APPS.index("wagtail.documents"), "grapple")
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
ROOT_URLCONF = "bench.stock.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": {**env.db("STOCK_DATABASE_URL"), "CONN_MAX_AGE": 600}}
USE_TZ = True
STATIC_URL = "/static/"
MEDIA_URL = "/media/"
MEDIA_ROOT = env.str("STOCK_MEDIA", default="/nowhere")
WAGTAIL_SITE_NAME = "Stock"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
GRAPHENE = {"SCHEMA": "grapple.schema.schema"}
GRAPPLE = {"APPS": ["stock"], "PAGE_SIZE": 20, "MAX_PAGE_SIZE": 100}
