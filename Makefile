# minutebook: everything a newcomer or a robot runs. `make` alone checks the lot.
#
# Nothing here needs an activated environment: `.venv` is made once and made again only when pyproject.toml
# changes. To work without the package index: make test PIP_FLAGS="--no-index --find-links FOLDER_OF_WHEELS"

VENV  := .venv
PY    := $(VENV)/bin/python
MINUTES := $(VENV)/bin/minutes
PIP_FLAGS ?=
PYTEST_FLAGS ?=
SHARED := ../shared
AS_OF := 2031-03-25
RULER := --------------------------------------------------------------------------------

# The newest Python at hand that is at least 3.11. Each candidate is really run: a launcher may be there without its Python.
PYTHON ?= $(shell for candidate in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$candidate"; break; }; done)

.PHONY: all check lint types test demo bench accuracy fixtures records floors words pictures clean help
.DEFAULT_GOAL := all
all: check

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1|/' | awk -F'|' '{ printf "  %-15s %s\n", $$1, $$2 }'

$(PY):
	@test -n "$(PYTHON)" || { echo "minutebook needs Python 3.11 or newer, and none was found. Install one (Debian: apt install python3 python3-venv), or name it: make PYTHON=/path/to/python3"; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) --version)"
	@"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); echo "This Python cannot make a virtual environment. On Debian or Ubuntu: apt install python3-venv"; exit 1; }

define install
	@echo "Installing minutebook into $(VENV) (the first time takes a minute)"
	@$(PY) -m pip install --quiet --disable-pip-version-check $(PIP_FLAGS) $(1) || { \
		echo "The packages could not be fetched. This step needs the package index once;"; \
		echo "without it: make $(MAKECMDGOALS) PIP_FLAGS=\"--no-index --find-links FOLDER_OF_WHEELS\""; exit 1; }
	@$(PY) -m compileall -q minutes_cli  # as an installed package is: the first command is as fast as the second
	@touch $@
endef

# What using minutebook takes, and what working on it takes. The second includes the first.
$(VENV)/.installed: pyproject.toml | $(PY)
	$(call install,-e .)
$(VENV)/.installed-dev: pyproject.toml | $(PY)
	$(call install,-e '.[dev]')
	@touch $(VENV)/.installed

check: lint types test ## style, types and the whole test suite (what `make` does)

lint: $(VENV)/.installed-dev ## ruff: rules and formatting
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .

types: $(VENV)/.installed-dev ## mypy --strict
	@$(PY) -m mypy

test: $(VENV)/.installed-dev ## the whole test suite
	@$(PY) -m pytest $(PYTEST_FLAGS)

demo: $(VENV)/.installed ## a fictional board's minutes (PDF) to summary, action log, owner summary, carry-forward list
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	minutes="$$PWD/$(MINUTES)" && cp fixtures/board-office.pdf "$$folder/board.pdf" && cd "$$folder" && \
	run() { printf '\n%s\n$$ minutes %s\n%s\n\n' '$(RULER)' "$$*" '$(RULER)'; "$$minutes" "$$@"; } && \
	run parse board.pdf && run show board.yaml && run actions board.yaml --as-of $(AS_OF) && \
	run owners board.yaml --as-of $(AS_OF) && run carry-forward board.yaml --as-of $(AS_OF)
	@printf '\nNow your own minutes: %s parse FILE\n' "$(MINUTES)"

bench: $(VENV)/.installed-dev ## speed and memory against `pdftotext` and a plain pdfplumber script; reports over up to 10,000 records
	@$(PY) bench/run.py
	@$(PY) bench/book.py

accuracy: $(VENV)/.installed-dev ## how well the fixtures are read, field by field; the shared corpus too, and scans, when it is there
	@$(PY) -m tests.accuracy fixtures --floors fixtures/floors.yaml
	@if [ -f $(SHARED)/score.py ]; then $(PY) -m tests.accuracy $(SHARED)/corpus --scorer $(SHARED)/score.py; fi
	@if [ -f $(SHARED)/score.py ]; then $(PY) -m tests.scanning $(SHARED)/corpus --only southwark --scorer $(SHARED)/score.py; fi

fixtures: $(VENV)/.installed-dev ## make the fixture files again from tests/making (the PDFs of a word processor need LibreOffice)
	@$(PY) -m tests.making

records: $(VENV)/.installed-dev ## write the records of the fixtures anew, after a change that is meant; read the difference
	@$(PY) -m tests.accuracy fixtures --records fixtures/records

words: $(VENV)/.installed-dev ## press the vocabulary (en/*.yaml) into the module that is loaded, after editing it
	@$(PY) -m minutes_cli.vocabulary.press

floors: $(VENV)/.installed-dev ## raise the floors of accuracy to what is reached
	@$(PY) -m tests.accuracy fixtures --floors fixtures/floors.yaml --raise-floors

pictures: $(VENV)/.installed-dev ## take the pictures of the README anew (needs Chromium and LibreOffice)
	@$(PY) -m tests.picturing

clean: ## remove the environment and everything made
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
