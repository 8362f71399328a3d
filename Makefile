# Everything runs in .venv, which is made on the first call: Python 3.11 or newer and make will do.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint types contracts docs wheel bench bench-batch bench-store bench-serve fuzz screenshots errors lock

help: ## list the targets
	@sed -n 's/^\([a-z-]*\): .*## \(.*\)/make \1\t\2/p' Makefile

$(READY): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "jiedu needs Python 3.11 or newer: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing the locked dependencies into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## read the sample releases and show the loop
	@$(BIN)/jiedu demo

test: $(READY) ## run all tests
	@$(BIN)/python -m pytest $(ARGS)

lint: $(READY) ## check style and formatting
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: $(READY) ## check the types
	@$(BIN)/mypy

contracts: $(READY) ## check that imports go down only
	@$(BIN)/lint-imports

docs: $(READY) ## write docs/reference from the code
	@$(BIN)/python tools/reference.py

wheel: $(READY) ## build dist/*.whl with the innermost loops compiled (needs a C compiler)
	@rm -rf dist build && mkdir -p build/source  # in a copy: compiled files beside the sources would be run
	@cp -R src pyproject.toml README.md LICENSE build/source
	@HATCH_BUILD_HOOKS_ENABLE=1 $(BIN)/python -m pip wheel --quiet --disable-pip-version-check \
		--no-deps --no-build-isolation --wheel-dir dist build/source
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
		--target build/compiled dist/jiedu-*.whl

bench: $(READY) ## measure accuracy, speed and memory, and the store
	@$(BIN)/python tools/bench.py
	@$(BIN)/python tools/bench_store.py $(ARGS)

bench-batch: $(READY) ## measure runs over many releases, with ARGS="--characters 100000000"
	@$(BIN)/python tools/bench_batch.py $(ARGS)

bench-store: $(READY) ## measure the store alone, smaller with ARGS="--figures 20000"
	@$(BIN)/python tools/bench_store.py $(ARGS)

screenshots: $(READY) ## take pictures of every page into build/screenshots
	@$(BIN)/python tools/screenshots.py $(ARGS)

bench-serve: $(READY) ## measure the API with many clients, with ARGS="--store FILE"
	@$(BIN)/python tools/bench_serve.py $(ARGS)

fuzz: $(READY) ## try inputs nobody would write, with ARGS="--minutes 60 --seed 1"
	@$(BIN)/python tools/fuzz.py $(ARGS)

errors: $(READY) ## show where the reading differs from the gold standard
	@$(BIN)/python tools/errors.py $(ARGS)

lock: ## resolve the dependencies anew
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--group dev --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
		--output-file requirements-dev.txt pyproject.toml
