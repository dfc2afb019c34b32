# The verbs of the house: one per need, the same on a laptop and in CI.  CONTRIBUTING.md tells when to use which.
.DEFAULT_GOAL := help
.PHONY: help setup demo test test-quick check fix types bench lock migrations messages docs where wheel
MAKEFLAGS += --no-print-directory
BIN := .venv/bin
# Spread over all cores; nothing is printed twice.
PYTEST := $(BIN)/python -m pytest -q -n auto

help: ## Visa verben
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r verb what; do printf '%-18s %s\n' "$$verb" "$$what"; done

setup: ## Gör datorn redo för utveckling: .venv med låsta paket, stilmallar, översättningar
	@scripts/setup.sh dev && scripts/frontend.sh && $(BIN)/python scripts/messages.py compile

demo: ## Gör en påhittad kommun och visa den på http://127.0.0.1:8000
	@scripts/setup.sh run && scripts/frontend.sh && $(BIN)/python scripts/messages.py compile
	@exec $(BIN)/byggsten demo $(ARGS)

test: setup ## Kör allt som ska gälla: check och alla tester på SQLite
	@scripts/browser.sh
	@scripts/check.sh
	$(PYTEST) $(ARGS)

# Without the compiled path, whose machine code takes half a minute to make the first time.
test-quick: ## Kör domänens och regelbokens tester (under tio sekunder)
	@scripts/setup.sh dev
	$(PYTEST) --hypothesis-profile quick --ignore tests/rulebook/test_population.py tests/domain tests/rulebook tests/examples $(ARGS)

check: setup ## Granska utan att ändra: lint, format, typer, importer
	@scripts/check.sh

fix: ## Rätta det som kan rättas av sig självt: lint och format
	@scripts/setup.sh dev
	$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .

types: ## Granska bara typerna
	@scripts/setup.sh dev
	$(BIN)/mypy

bench: ## Mät, bredvid andra, och skriv docs/reference
	@scripts/setup.sh bench && scripts/setup-openfisca.sh
	$(BIN)/python -m bench $(ARGS)

lock: ## Lås om beroendena efter pyproject.toml (ARGS=--upgrade tar nyare versioner)
	@scripts/setup.sh dev
	scripts/lock.sh $(ARGS)

migrations: ## Skriv den migrering som ändringar i records/models kräver
	@scripts/setup.sh dev
	$(BIN)/django-admin makemigrations --settings byggsten.config.settings $(ARGS)

messages: ## Samla texterna till översättningarna i locale och säg vad som saknas
	@scripts/setup.sh dev
	$(BIN)/python scripts/messages.py collect

docs: ## Skriv om docs/reference ur koden
	@scripts/setup.sh dev
	$(BIN)/python scripts/reference.py

where: ## Lista filerna om ett ämne, våning för våning (make where WORD=attendance)
	@scripts/where.sh $(WORD)

wheel: setup ## Bygg ett paket som bär stilmallar och översättningar
	rm -rf dist && $(BIN)/hatchling build -t wheel
