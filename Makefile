# Every target sets up what it needs in .venv; nothing of ours has to be installed before.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CORPORA ?= ../shared/corpora

.PHONY: help run test check laws eval bench docs clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' Makefile

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[develop]'
	touch $@

run: $(READY) ## read the examples; writes out/index.html and the tables
	$(BIN)/twosource run examples --out out

test: $(READY) ## run every test
	$(BIN)/python -m pytest -n 2

# ruff without its cache: that misses what a new folder changes for the imports of old files.
check: $(READY) ## format, lint, types, floors and tests: what CI runs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check --no-cache .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(MAKE) test

laws: $(READY) ## search for exceptions to the laws: the tests with drawn input, other draws each time
	$(BIN)/python -m pytest -n 2 -m hypothesis --hypothesis-profile=search

eval: $(READY) ## scores on the corpora in the folder CORPORA
	$(BIN)/python -m evaluation --corpora $(CORPORA)

bench: $(READY) ## speed and memory, beside other tools, with the corpora in the folder CORPORA
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[develop,bench]'
	$(BIN)/python -m benchmarks --corpora $(CORPORA)

docs: $(READY) ## renew docs/reference and the answers shown in README and tutorial
	$(BIN)/python -m docs.build

clean: ## remove .venv, out and the caches; docs and sources stay
	rm -rf $(VENV) out build .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache src/*.egg-info
