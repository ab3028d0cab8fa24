# `make help` lists what there is. Works with GNU make from 3.81 and Python from 3.11.

.DEFAULT_GOAL := help
.SUFFIXES:
MAKEFLAGS += --no-print-directory

# Texts in three scripts: whatever the user's locale, files are read and written as UTF-8.
export PYTHONUTF8 := 1

PY := .venv/bin/python
MANAGE := $(PY) manage.py
PIP := $(PY) -m pip install --quiet --quiet --no-input --disable-pip-version-check --require-hashes
FOR_RUNNING := .venv/.for-running
FOR_DEVELOPING := .venv/.for-developing

# Settings for commands that look at the code and need no site: all that a check reads, so that
# the answer is the same with and without a `.env`.
NO_SITE := env SECRET_KEY=not-a-secret-only-long-enough-to-satisfy-the-deployment-check-0123456789 \
  DEBUG=false HTTPS=true ALLOWED_HOSTS=atazan.example SITE_URL=https://atazan.example \
  DATABASE_URL=sqlite://:memory: CACHE_URL=locmem://

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

.PHONY: run
run: $(FOR_RUNNING) ## Serve the site at http://127.0.0.1:8000 as in production (PORT=… changes it)
	@$(PY) -m civic.local_environment
	@$(MANAGE) prepare --for-port --local-editor
	@exec $(PY) -m gunicorn --config deploy/gunicorn.conf.py civic.wsgi

.PHONY: dev
dev: $(FOR_DEVELOPING) ## The same with DEBUG on and a reload at every saved file
	@$(PY) -m civic.local_environment
	@DEBUG=true $(MANAGE) prepare --for-port --local-editor
	@DEBUG=true exec $(MANAGE) runserver $(PORT)

.PHONY: test
test: $(FOR_DEVELOPING) ## Run every test (ARGS='tests/unit -k word' for some of them)
	@$(PY) -m pytest --numprocesses auto --maxprocesses 4 $(ARGS)

.PHONY: fuzz
fuzz: $(FOR_DEVELOPING) ## Ask the API whatever its schema allows and forbids, for long (ARGS='-k voices')
	@$(PY) -m pytest tests/api/test_fuzzing.py --hypothesis-profile fuzz $(ARGS)

.PHONY: api-schema
api-schema: $(FOR_DEVELOPING) ## Write docs/openapi.yaml anew (ARGS=--examples: examples from your database too)
	@$(MANAGE) write_api_schema $(ARGS)

.PHONY: lint
lint: $(FOR_DEVELOPING) ## Check style, templates, types, layers, migrations, deployment settings
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@find templates -name '*.html' -exec .venv/bin/djade --target-version 5.2 --check {} +
	@$(NO_SITE) $(PY) -m mypy .
	@$(PY) -c "from importlinter.cli import lint_imports_command as c; c()"
	@$(NO_SITE) $(MANAGE) makemigrations --check --dry-run
	@$(NO_SITE) $(MANAGE) check --deploy --fail-level WARNING

.PHONY: format
format: $(FOR_DEVELOPING) ## Put code and templates into shape
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .
	@find templates -name '*.html' -exec .venv/bin/djade --target-version 5.2 {} +

.PHONY: messages
messages: $(FOR_DEVELOPING) ## Collect the texts to translate (needs gettext), then compile
	@$(NO_SITE) $(MANAGE) makemessages --locale kk --locale ru --add-location file \
	  --ignore .venv --ignore staticfiles --ignore tests
	@$(MAKE) catalogues

.PHONY: library-texts
library-texts: $(FOR_DEVELOPING) ## List libraries' texts that lack Kazakh or Russian, to be translated
	@$(PY) -m tests.architecture.library_texts
	@$(MAKE) catalogues

.PHONY: catalogues
catalogues: $(FOR_DEVELOPING) ## Compile the translations after editing a .po file
	@$(PY) -c "import pathlib, polib; [polib.pofile(str(p)).save_as_mofile(str(p.with_suffix('.mo'))) for p in pathlib.Path('civic').glob('locale*/*/*/*.po')]"

.PHONY: lock
lock: $(FOR_DEVELOPING) ## Resolve the packages anew and write the hashed locks
	@for name in production development; do \
	  $(PY) -m uv pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.11 \
	    --no-emit-index-url --custom-compile-command "make lock" \
	    requirements/$$name.in --output-file requirements/$$name.txt || exit 1; \
	done

.PHONY: bench
bench: $(FOR_DEVELOPING) ## Measure against references, write docs/quality.md (ARGS='pages' for some)
	@$(NO_SITE) $(PY) -m benchmarks $(ARGS)

.PHONY: clean
clean: ## Remove what was built; .env and the database stay
	@rm -rf .venv .stamps staticfiles open-data .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The first of these that is new enough; PYTHON=… chooses another.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
  then echo "$$python"; break; fi; done)

.venv/bin/python:
	@if ! "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	  echo "Python 3.11 or later is needed, and none was found. Name one: make PYTHON=/path/to/python3 …" >&2; \
	  exit 1; \
	fi
	@if ! "$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null; then \
	  echo "$(PYTHON) cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv" >&2; \
	  exit 1; \
	fi
	@echo "Making .venv with $$("$(PYTHON)" --version) …"
	@"$(PYTHON)" -m venv --clear .venv

$(FOR_RUNNING): requirements/production.txt .venv/bin/python
	@echo "Installing packages …"
	@$(PIP) --requirement requirements/production.txt
	@touch $@

$(FOR_DEVELOPING): requirements/development.txt .venv/bin/python
	@echo "Installing packages for development …"
	@$(PIP) --requirement requirements/development.txt
	@touch $@ $(FOR_RUNNING)
