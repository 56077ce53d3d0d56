# `make` lists the verbs. Nothing is needed but Python 3.11 or later with pip, make and git.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# In this order, as CI runs them beside `test`: that and `lowest` have a cluster of Ray.
VERSIONS := 3.12 lowest 3.13 3.14

.DEFAULT_GOAL := help
.PHONY: $(VERSIONS:%=test-%) help setup generate check-generated test test-versions check format lint types fix docs docs-serve demo bench bench-bulk conformance build clean

help:  ## List the verbs.
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 26

setup: $(VENV)/.ready  ## Make the environment in .venv, or bring it up to date.

$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "apertis needs Python 3.11 or later; name one with PYTHON=..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

generate: setup  ## Make the generated code: apertis_client/, apertis/resources/, sync_*.py.
	$(BIN)/python scripts/generate.py

check-generated: setup  ## Say whether it is what openapi.yaml and async_*.py give.
	$(BIN)/python scripts/generate.py --check

test: setup  ## Run the tests; the first time, this fetches a small language model (130 MB).
	$(BIN)/python -m pytest

test-versions: $(VERSIONS:%=test-%)  ## Run the tests on the lowest versions of what is needed, and other Pythons.

$(VERSIONS:%=test-%): test-%: setup
	$(BIN)/python scripts/check_versions.py $*

check: format lint types check-generated docs test  ## Everything that CI runs.

format: setup
	$(BIN)/ruff format --check

lint: setup
	$(BIN)/ruff check
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m openapi_spec_validator openapi.yaml

types: setup
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python

fix: setup  ## Format, and mend what the linter can mend.
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: setup  ## Build the documentation site in build/site, and check its links.
	$(BIN)/python scripts/docs.py

docs-serve: setup  ## Show the site on this machine while you write.
	$(BIN)/python scripts/docs.py --serve

demo: setup  ## Run the programs in examples/ against a real model on this machine.
	$(BIN)/python scripts/demo.py

bench: setup  ## Measure against httpx and other clients; writes benchmarks/RESULTS.md.
	$(BIN)/python -m benchmarks

bench-bulk: setup  ## Measure bulk runs; writes benchmarks/bulk/RESULTS.md.
	$(BIN)/python -m benchmarks.bulk

conformance: setup  ## Try faults of servers on this client and others; writes docs/conformance.md.
	$(BIN)/python -m benchmarks.conformance

build: setup  ## Make the wheel and the source distribution in dist/.
	$(BIN)/python -m build

clean:  ## Remove the environment, caches and builds.
	rm -rf $(VENV) .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist *.egg-info
