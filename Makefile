# make run          compare the articles in seeds/, starting from Python and its package index
# make test         run all checks: lint, types, layers, tests, browser, hooks, rule examples, the wheel
# make coverage     run the tests and list the branches that none of them takes
# make docs         write the generated pages (a test fails when they are stale), and build the site in site/
# make extension    build the VS Code extension, editors/vscode/xcheck.vsix, with npm
# make lock         resolve the dependencies; make lock UPGRADE=--upgrade takes newer ones
# make browser      test the review in Chromium, which it installs if it can; part of make test
# make hooks        run the hooks of pre-commit, GitHub and GitLab, the SARIF validator and the extension's build (npm)
# make cluster      run 500 articles on a Ray cluster of two workers, and kill the driver and a worker (minutes)
# make scale        measure what a corpus costs: rate, growth, one worker against two, a million articles
# make screenshots  take pictures of the review and the desk, into docs/screenshots
# make kills        kill adders of an archive of 20,000 articles 300 times, and look for what is lost (minutes)
# make speed        compare the speed of xcheck with that of the bare parser
# make limits       measure what the largest and the most hostile inputs cost
# make mutants      change comparison, alignment and nlp/syntax in small ways, and count what the boundary tables notice
#                   (hours; make mutants SAMPLE=200 for a random sample, ONLY='xcheck.comparison.gates.*' for a module)
# make fuzz         send 10,000 texts, 10,000 files and as many settings of each kind through xcheck

PYTHON ?= python3
SEED ?= 14
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# In the order of the files: by default a file with one test comes last, and the longest test has a file of its own.
PYTEST := $(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

# Tests start some hundred processes: none should have to compile the package anew.
export PYTHONDONTWRITEBYTECODE =

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.PHONY: run test suite lint types layers tests coverage cluster browser hooks rules wheel docs extension screenshots lock speed scale kills limits mutants fuzz clean

run: $(VENV)/.run
	$(BIN)/xcheck run seeds/

# Two at a time: tests, hooks and wheel as one run of pytest, and beside it the rest.
test: $(VENV)/.dev
	@$(MAKE) --no-print-directory --jobs=2 suite browser lint types layers rules

suite: $(VENV)/.dev
	$(PYTEST) --ignore=tests/browser -m "not cluster"

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/python docs/prose.py

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

tests: $(VENV)/.dev
	$(PYTEST)

coverage: $(VENV)/.dev
	$(PYTEST) --cov --cov-report=term-missing:skip-covered

# With BROWSER=required, as in .ci/run, what is missing is a failure and not a line in capitals.
browser: $(VENV)/.dev
	@tests/browser/needs.sh || true
	@if tests/browser/needs.sh --there; then $(BIN)/pytest tests/browser -m browser; \
	else echo "SKIPPED: browser tests: Chromium or axe-core is missing" >&2; test "$(BROWSER)" != required; fi

hooks: $(VENV)/.dev
	$(PYTEST) -m "hooks or validator or extension"

cluster: $(VENV)/.dev
	XCHECK_CLUSTER_ARTICLES=$${XCHECK_CLUSTER_ARTICLES:-500} $(BIN)/pytest tests/corpus/test_cluster.py tests/corpus/test_poison.py -m "cluster or not cluster"

scale: $(VENV)/.dev
	$(BIN)/python benchmarks/scale.py

kills: $(VENV)/.dev
	$(BIN)/python benchmarks/archive_kills.py

screenshots: $(VENV)/.dev
	$(BIN)/python docs/screenshots.py

rules: $(VENV)/.dev
	$(BIN)/xcheck rules test

wheel: $(VENV)/.dev
	$(PYTEST) -m packaging

docs: $(VENV)/.dev
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/website.py

extension:
	cd editors/vscode && npm ci --no-audit --no-fund && npm run package

lock: $(VENV)/.dev
	$(LOCK) $(UPGRADE) pyproject.toml -o requirements.lock
	$(LOCK) $(UPGRADE) pyproject.toml --extra lsp --extra archive --extra corpus --extra serve --extra watch --group dev --group docs -c requirements.lock -o requirements-dev.lock

speed: $(VENV)/.run
	$(BIN)/python benchmarks/speed.py

limits: $(VENV)/.run
	$(BIN)/python benchmarks/limits.py

mutants: $(VENV)/.dev
	$(BIN)/python benchmarks/mutants.py --seed $(SEED) $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(ONLY),--only '$(ONLY)')

fuzz: $(VENV)/.dev
	$(BIN)/pytest tests/fuzz --hypothesis-profile=fuzz

clean:
	rm -rf $(VENV) dist build site .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache mutants

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
