# The verbs of the house. `make help` lists them; each is one need, the same on a laptop and in CI.
.DEFAULT_GOAL := help
.PHONY: help setup
MAKEFLAGS += --no-print-directory
BIN := .venv/bin

help: ## Lista verben
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | while IFS='	' read -r verb what; do printf '  make %-12s %s\n' "$$verb" "$$what"; done

setup: ## Gör datorn redo för utveckling (.venv med allt, låsta versioner)
	@scripts/setup.sh dev

lock: ## Lås om beroendena efter pyproject.toml (ARGS=--upgrade tar nyare versioner)
	@scripts/setup.sh dev
	scripts/lock.sh $(ARGS)
