# Everything needs only Python 3.11+, make and the package registries. `make help` lists targets.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Leave room for the person at the machine, or set WORKERS.
WORKERS ?= 2

.PHONY: help
help: ## Show this help
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(VENV)/.run: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

$(VENV)/.browser: requirements/browser.txt $(VENV)/.dev
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/browser.txt
	touch $@

$(VENV)/.http: requirements/http.txt $(VENV)/.dev
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/http.txt
	touch $@

.PHONY: demo
demo: $(VENV)/.run ## Set up, ingest everything into .demo/ and answer the card query (RESULTS=DIR: your CSV files)
	$(BIN)/python scripts/demo.py

.PHONY: test
test: $(VENV)/.dev ## Set up and pass all tests that need neither torch nor a browser nor Node
	$(BIN)/python -m pytest -n $(WORKERS) -m "not torch and not long and not browser and not http"

.PHONY: long
long: $(VENV)/.dev ## Tests that take minutes
	$(BIN)/python -m pytest -n $(WORKERS) -m "long and not torch and not browser and not http"

.venv-bench/.done: requirements/bench.txt pyproject.toml
	test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	.venv-bench/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.PHONY: test-bench
test-bench: .venv-bench/.done ## Tests that need torch and timm, in an environment of their own
	.venv-bench/bin/python -m pytest -m torch

.PHONY: test-browser
test-browser: $(VENV)/.browser ## Tests in a real browser: Debian's chromium (apt-get install chromium)
	$(BIN)/python -m pytest -n $(WORKERS) -m browser

.PHONY: test-http
test-http: $(VENV)/.http ## A real server: audit in Node (apt-get install nodejs npm), fuzzing, load, workers
	$(BIN)/python -m pytest -m http

.PHONY: lint
lint: $(VENV)/.dev ## ruff: style and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: types
types: $(VENV)/.browser ## mypy --strict (the browser tests' libraries too)
	$(BIN)/mypy

.PHONY: goldens
goldens: $(VENV)/.dev ## Write the generated texts anew: docs/{schema,cli,graphql}.md, the SDL, tests/goldens
	$(BIN)/python scripts/goldens.py

.PHONY: wheel
wheel: $(VENV)/.dev ## Build sdist and wheel, install the wheel in an empty environment and use it there
	$(BIN)/python scripts/check_wheel.py

.PHONY: check
check: lint types test wheel ## What CI runs, but for torch, browser and Node

.PHONY: format
format: $(VENV)/.dev ## Lay out the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: bench
bench: $(VENV)/.dev ## Measure the speed of ingest and of the card query (benchmarks/ has more)
	$(BIN)/python -m benchmarks.ingest --postgres
	$(BIN)/python -m benchmarks.card_query

.PHONY: requirements
requirements: $(VENV)/.dev ## Compile requirements/*.txt anew (uv, universal, with hashes)
	$(BIN)/pip install --quiet uv
	$(BIN)/python scripts/compile_requirements.py

.PHONY: clean
clean: ## Remove what make made
	rm -rf .demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
