#!/bin/sh
# Makes .venv hold exactly one locked set of packages: scripts/setup.sh run|dev|bench.
#
# A stamp named after the locks' content says what is there, so a second call costs milliseconds.
# A larger set holds the smaller ones: `run` is content with `dev`, and `dev` with `bench`.
set -eu
cd "$(dirname "$0")/.."
. scripts/say.sh

wanted=$1
case $wanted in
    run) enough="run dev bench" ;;
    dev) enough="dev bench" ;;
    bench) enough="bench" ;;
    *) stop "Okänd uppsättning: $wanted. Skriv run, dev eller bench." ;;
esac

fingerprint() {
    # Of pyproject.toml only what is installed; the settings of lint and tests come after it.
    { cat "requirements/$1.txt" requirements/uv.txt; sed "/^\[tool\./,\$d" pyproject.toml; } | sha256sum | cut -c1-16
}

for set in $enough; do
    if [ -e ".venv/.made-$set-$(fingerprint "$set")" ]; then exit 0; fi
done

if [ ! -x .venv/bin/python ]; then
    . scripts/python.sh
    say "Skapar .venv med $("$PYTHON" --version)."
    "$PYTHON" -m venv --clear .venv
fi
rm -f .venv/.made-*

if ! .venv/bin/uv --version 2>/dev/null | grep -qF "$(sed -n 's/^uv==\([^ ]*\).*/uv \1/p' requirements/uv.txt)"; then
    say "Hämtar uv, som installerar resten."
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
fi

say "Installerar Python-paketen i requirements/$wanted.txt i .venv."
uv_settings
.venv/bin/uv pip sync --quiet --python .venv/bin/python --require-hashes "requirements/$wanted.txt"
# The project itself stays where it is; --no-build-isolation takes the locked hatchling.
.venv/bin/uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
touch ".venv/.made-$wanted-$(fingerprint "$wanted")"
