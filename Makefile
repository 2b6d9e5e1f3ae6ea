# make help says what there is. Needs GNU make and python3 >= 3.11, nothing else.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DEMO   := demo.kg
PAGE   := graph.html
PART   := page.html
EXPORT := demo.ttl
SOURCES := kg tests

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install demo test bench check format clean

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

# A stamp file stands for each state of the environment; it is made anew when pyproject.toml changes.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "kg needs Python 3.11 or newer, and '$(PYTHON)' is: $$($(PYTHON) --version 2>/dev/null || echo not there)." >&2; \
	  echo "Install one, or name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "python3 cannot make a virtual environment; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(VENV)/.installed $@

install: $(VENV)/.installed ## the software, in .venv

demo: $(VENV)/.installed ## a graph of examples/articles, two questions, graph.html
	$(BIN)/kg build examples/articles -o $(DEMO)
	@echo; sed -n '1,2s/^# //p' examples/queries/posts-of-a-person.rq
	$(BIN)/kg query $(DEMO) examples/queries/posts-of-a-person.rq
	@echo; sed -n '1,2s/^# //p' examples/queries/what-implements-a-resolution.rq
	$(BIN)/kg query $(DEMO) examples/queries/what-implements-a-resolution.rq
	@echo
	$(BIN)/kg view $(DEMO) -o $(PAGE)
	@echo "Open $(PAGE) in a browser."

test: $(VENV)/.installed-dev ## all tests
	$(BIN)/python -m pytest

bench: $(VENV)/.installed ## speed of reading and building, and whether confidence means what it says
	$(BIN)/python benchmarks/speed.py $(if $(ARTICLES),--articles $(ARTICLES))
	$(BIN)/python benchmarks/building.py $(if $(ARTICLES),--articles $(ARTICLES))
	$(BIN)/python benchmarks/calibration.py

check: $(VENV)/.installed-dev ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.installed-dev ## rewrite the code in the one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## what the demo and the tools made; .venv stays
	rm -rf $(DEMO) $(PAGE) $(PART) $(EXPORT) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find $(SOURCES) -name __pycache__ -type d -prune -exec rm -rf {} +
