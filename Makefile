# Everything a fresh machine needs: Python 3.11 or newer, make, and the package index. `make help` lists what there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The stamps carry a fingerprint of what they were made from, so that switching branches sets up again by itself.
print = $(shell cat $(1) pyproject.toml hatch_build.py | cksum | tr ' ' '-')
RUN_READY := $(VENV)/ready-run-$(call print,requirements/run.txt)
DEV_READY := $(VENV)/ready-dev-$(call print,requirements/dev.txt)
INSTALL := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet install
COMPILE := $(BIN)/python hatch_build.py
PYTEST := $(BIN)/python -m pytest
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
WORKERS ?= 2
ARGS ?=

.PHONY: help demo test setup check layout lint contracts law texts types migrations browser ci long lock shape messages format clean
.DEFAULT_GOAL := help

help:  ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1@\2/p' Makefile | awk -F@ '{ printf "%-14s %s\n", $$1, $$2 }'

demo: $(RUN_READY)  ## a running demo company on http://127.0.0.1:8000 (ARGS="--port 8010 --people 60")
	@$(COMPILE)
	@$(BIN)/vloot demo $(ARGS)

test: $(DEV_READY)  ## the test suite without the browser's (ARGS="tests/talk -x")
	@$(COMPILE)
	$(PYTEST) -n $(WORKERS) --dist loadscope -m "not browser and not long" $(ARGS)

setup: $(DEV_READY)  ## .venv with the locked dependencies; the program is .venv/bin/vloot
	@$(COMPILE)
	@echo "Ready. The program is $(BIN)/vloot; try: make demo"

check: layout lint contracts law texts types migrations  ## lint, types, import contracts, budgets, translations, migrations

layout: $(DEV_READY)
	$(BIN)/ruff format --check --quiet || { echo "Run: make format"; exit 1; }

lint: $(DEV_READY)
	$(BIN)/ruff check

contracts: $(DEV_READY)
	$(BIN)/lint-imports --no-logo

law: $(DEV_READY)
	$(BIN)/python tools/law.py

texts: $(DEV_READY)
	$(BIN)/python tools/catalogue.py check

types: $(DEV_READY)
	VLOOT_DATA=$(VENV)/types $(BIN)/python -m mypy

migrations: $(DEV_READY)
	$(BIN)/python tools/migrations.py

# In one order, for all of them share one company; `make long` shuffles them.
browser: $(DEV_READY)  ## the browser tests (installs Debian's chromium and node when they are missing and it may)
	@$(COMPILE)
	bash tools/chromium.sh
	bash tools/push_service.sh $(VENV)/push-service
	$(PYTEST) -m browser -p no:randomly $(ARGS)

ci:  ## check, test and the browser tests
	$(MAKE) --keep-going check
	$(MAKE) test
	$(MAKE) browser

long: $(DEV_READY)  ## the same tests with full counts and the benchmarks; dated results in results/
	@$(COMPILE)
	bash tools/long.sh

lock: $(DEV_READY)  ## requirements/*.txt anew, with hashes and without hosts
	$(LOCK) --output-file=requirements/run.txt pyproject.toml requirements/build.in
	$(LOCK) --constraint=requirements/run.txt --output-file=requirements/dev.txt \
		pyproject.toml requirements/build.in requirements/dev.in

shape: $(DEV_READY)  ## what all migrations make, written down anew for databases that begin empty
	$(BIN)/python tools/shape.py

messages: $(DEV_READY)  ## gather the texts into the Dutch and French catalogues
	$(BIN)/python tools/catalogue.py update

format: $(DEV_READY)  ## ruff's layout and its safe repairs
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:  ## the set-up away; data folders stay
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Vloot needs Python 3.11 or newer. Name yours: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up $(VENV); the first time takes a minute or so."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "This Python cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(RUN_READY): | $(BIN)/python
	@$(INSTALL) --require-hashes --requirement requirements/run.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@rm -f $(VENV)/ready-run-* && touch $@

# What runs is part of what is needed to develop, so this stamp sets the other too.
$(DEV_READY): | $(BIN)/python
	@$(INSTALL) --require-hashes --requirement requirements/dev.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@rm -f $(VENV)/ready-* && touch $(RUN_READY) $@
