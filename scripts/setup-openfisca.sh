#!/bin/sh
# Makes .venv-openfisca, an environment of its own for the engine that `make bench` measures beside ours.
set -eu
cd "$(dirname "$0")/.."
. scripts/say.sh

stamp=.venv-openfisca/.made-$(sha256sum requirements/bench-openfisca.txt | cut -c1-16)
if [ -e "$stamp" ]; then exit 0; fi

say "Installerar OpenFisca i .venv-openfisca, bara för mätningarna."
uv_settings
.venv/bin/uv venv --quiet --clear --python .venv/bin/python .venv-openfisca
.venv/bin/uv pip sync --quiet --python .venv-openfisca/bin/python --require-hashes requirements/bench-openfisca.txt
touch "$stamp"
