#!/bin/sh
# Recreates the hashed requirement files from pyproject.toml.
#
# Why files and not uv.lock: see docs/adr/0012-hashed-requirement-files.md.
# With --upgrade, newer versions are taken; without, only what pyproject.toml no longer allows is changed.
set -eu
cd "$(dirname "$0")/.."
uv=.venv/bin/uv

compile() {
    out=requirements/$1.txt
    shift
    UV_CUSTOM_COMPILE_COMMAND="make lock" "$uv" pip compile --quiet --universal --generate-hashes \
        --no-emit-index-url --no-emit-find-links --python-version 3.11 --output-file "$out" "$@"
}

compile uv --group uv "$@"
compile run pyproject.toml --group build "$@"
compile production pyproject.toml --extra postgresql --constraint requirements/run.txt "$@"
compile dev pyproject.toml --extra fast --extra postgresql --group build --group dev \
    --constraint requirements/run.txt "$@"
compile bench pyproject.toml --extra fast --extra postgresql --group build --group dev --group bench \
    --constraint requirements/dev.txt "$@"
compile bench-openfisca --group bench-openfisca "$@"
compile node --group node "$@"
