# Two commands matter: `make run` and `make test`. Each does all its own set-up.
PORT ?= 8501
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOAKED := $(addprefix tests/test_,$(addsuffix .py,kills faults power_cuts two_publishers sequences mutations))

.PHONY: run demo test setup setup-dev show check bench soak requirements clean
.DEFAULT_GOAL := run

run: setup  ## build the first publication where needed, and start the dashboard
	@$(BIN)/python -m oversight build
	@OVERSIGHT_LOCAL=1 $(BIN)/python -m oversight serve --port $(PORT)

demo: setup  ## build a second home of INVENTED figures to rehearse with, and start it
	@$(BIN)/python -m oversight demo --home data/demo
	@OVERSIGHT_LOCAL=1 $(BIN)/python -m oversight serve --home data/demo --port $(PORT)

test: setup-dev  ## every test, a real browser included
	@CHROMIUM="$$($(BIN)/python -m tests.browser)" && export CHROMIUM && $(BIN)/python -m pytest -n 3 --dist worksteal

show: setup-dev  ## prove the must-show lines of one piece of work: make show NAME=foundation
	@test -n "$(NAME)" || { echo "Say which: make show NAME=foundation" >&2; exit 2; }
	@CHROMIUM="$$($(BIN)/python -m tests.browser)" && export CHROMIUM && $(BIN)/python -m pytest -q --show $(NAME)

check: setup-dev  ## format and lint of Python and SQL
	@$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/sqlfluff lint -q queries

bench: setup-dev  ## measure against the goals, as ratios in one run; writes benchmarks/latest.json
	@CHROMIUM="$$($(BIN)/python -m tests.browser)" && export CHROMIUM && $(BIN)/python -m benchmarks

soak: setup-dev  ## the whole counts of kills, faults, power cuts, readers and mutations: about an hour
	@SOAK=1 $(BIN)/python -m pytest -q --show returns $(SOAKED)

setup: $(VENV)/installed

setup-dev: $(VENV)/installed-dev

$(VENV)/python-is-new-enough:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed. Choose one with: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "Python's venv is missing. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/installed: requirements.txt | $(VENV)/python-is-new-enough
	@echo "Installing what the dashboard needs (once)..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	@echo "Installing what tests and checks need (once)..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

requirements: setup-dev  ## compile the pinned requirements anew
	@for name in requirements requirements-dev; do \
		$(BIN)/pip-compile --quiet --upgrade --strip-extras --no-emit-index-url --no-emit-trusted-host \
			--no-emit-find-links --output-file=$$name.txt $$name.in; done

clean:  ## remove the environment; publications in data/live stay
	@rm -rf $(VENV)
