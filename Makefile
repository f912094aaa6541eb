# Every target sets up what it needs in .venv; nothing of ours has to be installed before.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CORPORA ?= ../shared/corpora

.PHONY: run test check eval bench docs clean

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[develop]'
	touch $@

run: $(READY)
	$(BIN)/twosource run examples --out out

test: $(READY)
	$(BIN)/python -m pytest -n 2

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(MAKE) test

eval: $(READY)
	$(BIN)/python -m evaluation --corpora $(CORPORA)

bench: $(READY)
	$(BIN)/python -m benchmarks --corpora $(CORPORA)

docs: $(READY)
	$(BIN)/python -m docs.build

clean:
	rm -rf $(VENV) out build .pytest_cache .mypy_cache .ruff_cache
