#!/bin/sh
# Runs every check that changes nothing, says which failed, and exits with their number.
cd "$(dirname "$0")/.." || exit 1

failed=0
try() {
    name=$1
    shift
    if output=$("$@" 2>&1); then
        printf '✓ %s\n' "$name"
    else
        printf '✗ %s\n%s\n' "$name" "$output"
        failed=$((failed + 1))
    fi
}

try "lint (ruff check)" .venv/bin/ruff check --quiet --output-format concise .
try "format (ruff format)" .venv/bin/ruff format --check --quiet .
try "typer (mypy)" .venv/bin/mypy --no-error-summary
try "importer (import-linter)" .venv/bin/lint-imports
try "regelbok (byggsten rules check)" .venv/bin/byggsten rules check
try "migreringar (makemigrations --check)" \
    .venv/bin/django-admin makemigrations --settings byggsten.config.settings --check --dry-run
if [ $failed -gt 0 ]; then echo "$failed granskningar föll. make fix rättar lint och format."; fi
exit $failed
