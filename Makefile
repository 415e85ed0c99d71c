# Everything a developer does, by name. `make help` lists it. Needs python3 (3.11 or newer) and make, nothing else.

PYTHON ?= python3
PORT ?= 8000
READER_PORT ?= 3000
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check -qq install --no-input --no-deps --require-hashes
# What `check --deploy` needs to start production settings; nothing here is used by a server.
DEPLOYED := DJANGO_SETTINGS_MODULE=settings.production SECRET_KEY=$$($(RUN) -c 'import secrets; print(secrets.token_hex(40))') \
	DATABASE_URL=sqlite:///:memory: ALLOWED_HOSTS=cms.example ADMIN_BASE_URL=https://cms.example \
	FRONT_END_URL=https://www.example

.DEFAULT_GOAL := help
.PHONY: help setup demo reader test lint format bench bench-parts schema screenshots migrations pins clean

help: ## List what there is to make
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1|/' | \
		while IFS='|' read -r name text; do printf '%-18s %s\n' "$$name" "$$text"; done

setup: $(VENV)/base.stamp ## Build the environment, the database and the demo newsroom
	@$(RUN) manage.py migrate --verbosity 0
	@$(RUN) manage.py index_articles --due
	@$(RUN) manage.py load_demo

demo: export ADMIN_BASE_URL ?= http://127.0.0.1:$(PORT)
demo: export FRONT_END_URL ?= http://127.0.0.1:$(READER_PORT)
demo: setup ## The same, and serve it on http://127.0.0.1:8000, read on :3000 (PORT=8001 READER_PORT=3001 for others)
	@printf '\n  The paper  %s\n  GraphiQL   %s\n  GraphQL    %s\n  Admin      %s\n\n' http://127.0.0.1:$(READER_PORT)/ \
		http://127.0.0.1:$(PORT)/graphiql/ http://127.0.0.1:$(PORT)/graphql/ http://127.0.0.1:$(PORT)/admin/
	@$(RUN) examples/reader/serve.py --port $(READER_PORT) --cms http://127.0.0.1:$(PORT) & reader=$$!; \
		trap "kill $$reader 2>/dev/null" EXIT INT TERM; $(RUN) manage.py runserver 127.0.0.1:$(PORT)

reader: ## Build examples/reader/dist anew (needs Node)
	@cd examples/reader && npm ci --no-audit --no-fund && npm run build

test: $(VENV)/dev.stamp ## Run the tests on SQLite, or on DATABASE_URL; ARGS="-k banner" narrows them down
	@$(RUN) -m pytest -n auto --dist loadscope --no-loadscope-reorder $(ARGS)

lint: $(VENV)/dev.stamp ## Check format, style, imports, types, settings and migrations
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	$(VENV)/bin/lint-imports
	$(RUN) -m mypy
	$(RUN) manage.py check --fail-level WARNING
	$(DEPLOYED) $(RUN) manage.py check --deploy --fail-level WARNING
	$(RUN) manage.py makemigrations --check --dry-run

format: $(VENV)/dev.stamp ## Put the code into the house's format
	$(RUN) -m ruff check --fix-only .
	$(RUN) -m ruff format .

bench: $(VENV)/dev.stamp ## Measure the API beside stock Grapple, SQL by hand and constant bytes; into docs/performance.md
	@$(RUN) -m bench.speed

bench-parts: $(VENV)/dev.stamp ## Measure documents, search and scheduling one by one, with ARTICLES=1000
	@$(RUN) -m pytest -q -p no:randomly -o python_files='bench_*.py' bench

schema: $(VENV)/base.stamp ## Write docs/schema.graphql and docs/costs.md anew
	$(RUN) manage.py write_schema

screenshots: $(VENV)/dev.stamp ## Take the pictures of docs/editors.md anew, from what make demo serves on PORT
	$(RUN) docs/take_screenshots.py http://127.0.0.1:$(PORT)

migrations: $(VENV)/base.stamp ## Write the migrations that the models ask for
	$(RUN) manage.py makemigrations

pins: ## Pin requirements/*.in anew, with hashes (needs uv)
	for name in dev production base; do \
		UV_CUSTOM_COMPILE_COMMAND="make pins" uv pip compile --quiet --upgrade --universal --python-version 3.11 \
			--generate-hashes --no-emit-index-url --no-emit-find-links \
			$$([ $$name = dev ] || echo --constraint requirements/dev.txt) \
			requirements/$$name.in --output-file requirements/$$name.txt || exit 1; \
	done

clean: ## Remove the environment; the database and media in var/ stay
	rm -rf $(VENV)

$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Masthead needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
		{ echo "$(PYTHON) comes without venv. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/base.stamp: requirements/base.txt $(VENV)/python.stamp
	@echo "Building the environment in $(VENV), which takes about a minute ..."
	@$(PIP) -r $<
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/base.stamp
	@echo "Adding what the tests and checks need to $(VENV) ..."
	@$(PIP) -r $<
	@touch $@
