# make run    the report on seeds/, from nothing but Python and its package index
# make test   everything that must hold: lint, types, layers, tests with coverage, rule examples, the wheel
# make docs   writes anew what is generated (the tests say when it is out of date)
# make lock   resolves the dependencies anew; make lock UPGRADE=--upgrade takes newer ones
# make browser      looks at the review in Chromium, which it installs where it may; part of make test
# make hooks        runs the hooks of pre-commit, GitHub and GitLab, and the SARIF validator of npm's registry
# make cluster      runs a corpus on a Ray cluster of two workers of this machine, one of which is killed; part of make test
# make scale        times a corpus: articles a second and core, growth, one worker against two, and what a million cost
# make screenshots  pictures of the review, into docs/screenshots
# make speed  times xcheck against the bare parser

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.PHONY: run test lint types layers tests cluster browser hooks rules wheel docs screenshots lock speed scale clean

run: $(VENV)/.run
	$(BIN)/xcheck run seeds/

test: lint types layers tests cluster browser hooks rules wheel

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

tests: $(VENV)/.dev
	$(BIN)/pytest --cov --cov-report=term:skip-covered

# With BROWSER=required, as in .ci/run, what is missing is a failure and not a line in capitals.
browser: $(VENV)/.dev
	@tests/browser/needs.sh || true
	@if tests/browser/needs.sh --there; then $(BIN)/pytest -m browser; \
	else echo "SKIPPED: browser tests: Chromium or axe-core is missing" >&2; test "$(BROWSER)" != required; fi

hooks: $(VENV)/.dev
	$(BIN)/pytest -m "hooks or validator"

cluster: $(VENV)/.dev
	$(BIN)/pytest -m cluster

scale: $(VENV)/.dev
	$(BIN)/python benchmarks/scale.py

screenshots: $(VENV)/.dev
	$(BIN)/python docs/screenshots.py

rules: $(VENV)/.dev
	$(BIN)/xcheck rules test

wheel: $(VENV)/.dev
	$(BIN)/pytest -m packaging

docs: $(VENV)/.dev
	$(BIN)/python docs/generate.py

lock: $(VENV)/.dev
	$(LOCK) $(UPGRADE) pyproject.toml -o requirements.lock
	$(LOCK) $(UPGRADE) pyproject.toml --extra corpus --extra lsp --group dev -c requirements.lock -o requirements-dev.lock

speed: $(VENV)/.run
	$(BIN)/python benchmarks/speed.py

clean:
	rm -rf $(VENV) dist build .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit("xcheck needs Python 3.11 or newer: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/.made
	$(PIP) install --no-deps --require-hashes -r requirements.lock
	$(PIP) install --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(PIP) install --no-deps --require-hashes -r requirements-dev.lock
	@touch $@
