# The one image of all processes: web, worker, scheduler, migrations. Nothing in it is written to but /srv/masthead.
FROM python:3.11-slim-bookworm AS build

WORKDIR /app
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /venv
COPY requirements/production.txt requirements/
RUN /venv/bin/pip install --no-deps --require-hashes -r requirements/production.txt
COPY manage.py ./
COPY settings settings
COPY cms cms
COPY news news
COPY search search
COPY docs/examples docs/examples
# Hashed names and compressed copies; what production demands is given values that no server uses.
RUN SECRET_KEY="$(/venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(60))')" \
    DATABASE_URL=sqlite:///:memory: ALLOWED_HOSTS=build ADMIN_BASE_URL=https://build FRONT_END_URL=https://build \
    DJANGO_SETTINGS_MODULE=settings.production STATIC_DIR=/app/static \
    /venv/bin/python manage.py collectstatic --no-input --verbosity 0 \
    && /venv/bin/python -m compileall -q /app

FROM python:3.11-slim-bookworm

# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home masthead \
    && install --directory --owner=masthead /srv/masthead
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=settings.production VAR_DIR=/srv/masthead STATIC_DIR=/app/static WEB_BIND=0.0.0.0:8000
USER 10001
VOLUME /srv/masthead
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health/live', timeout=4)"]
CMD ["gunicorn", "--config", "python:settings.gunicorn", "settings.wsgi"]
